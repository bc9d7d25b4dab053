/**
 * What every room needs and none of them owns: results, identifiers and time stamps, the data
 * directory.
 *
 * <p>Called by all rooms and by the program's start. It imports none of the rooms and knows nothing
 * of TalkTalk, links or consultations.
 */
@NullMarked
package io.talkgate.platform;

import org.jspecify.annotations.NullMarked;
