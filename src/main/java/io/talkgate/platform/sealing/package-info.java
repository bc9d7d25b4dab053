/**
 * Sealing of what must not stand readable in the database: send-API keys, webhook tokens, raw
 * events, personal data.
 *
 * <p>Called by the rooms that store such values. It stores nothing itself and hands out no keys.
 */
@NullMarked
package io.talkgate.platform.sealing;

import org.jspecify.annotations.NullMarked;
