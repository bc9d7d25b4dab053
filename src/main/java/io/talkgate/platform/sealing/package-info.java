/**
 * Sealing of what must not stand readable in the database: send-API keys, webhook tokens, raw
 * events, personal data.
 *
 * <p>Called by the rooms that store such values, which tell it their columns, so that it can seal
 * them anew when the key changes. It hands out no keys.
 */
@NullMarked
package io.talkgate.platform.sealing;

import org.jspecify.annotations.NullMarked;
