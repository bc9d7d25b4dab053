/**
 * Channel links: a brand's TalkTalk accounts with their life cycle, webhook tokens and sealed
 * send-API keys.
 *
 * <p>Called by the desk for managers and operators, by intake to find the link of a token, by
 * delivery for the key of a link. It never sends anything and knows no customers.
 */
@NullMarked
package io.talkgate.link;

import org.jspecify.annotations.NullMarked;
