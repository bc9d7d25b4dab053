package io.talkgate.talktalk;

import org.jspecify.annotations.Nullable;

/**
 * What NAVER calls our webhook with (protocol §2). {@code toString} of every event leaves out
 * texts, phone numbers and addresses, so that events may be logged.
 */
public sealed interface TalkTalkEvent permits CustomerEvent, UnknownEvent {

  /** NAVER's name of the event, such as {@code send}. */
  String name();

  /** The customer; only an {@link UnknownEvent} may lack one. */
  @Nullable String user();

  /** The TalkTalk account ID, as typed by NAVER; null where it was not told. */
  @Nullable String partner();

  /** The number of the message in its chat room; rides, not always, on send and echo only. */
  default @Nullable Long messageId() {
    return null;
  }
}
