/**
 * The faults that TalkGate promises to stand: each is done to the packaged service, on a real
 * PostgreSQL, while customers write at a steady rate. Nothing that was answered 200 may be lost,
 * doubled or out of order, and nothing may be answered otherwise.
 *
 * <p>{@code ./mvnw -Pfaults verify} runs all of them ({@code -Dfaults.only=frozen,killed}, {@code
 * -Dfaults.scale=0.1}); {@link io.talkgate.faults.FaultsIT} runs some of them, shorter, with every
 * build.
 */
@NullMarked
package io.talkgate.faults;

import org.jspecify.annotations.NullMarked;
