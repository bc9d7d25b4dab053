package io.talkgate.talktalk;

import org.jspecify.annotations.Nullable;

/** What became of the bytes of one webhook call. */
public sealed interface ParsedEvent {

  /** They are an event, maybe one of an unknown name. */
  @SuppressWarnings("JavaLangClash") // always named next to its sealed interface
  record Readable(TalkTalkEvent event) implements ParsedEvent {}

  /**
   * They are no event we could act on; they are kept raw.
   *
   * @param eventName NAVER's name of the event where it could be told, so that a {@code
   *     pay_complete} is never approved because the rest of it was junk
   * @param reason what is wrong, in English, without anything of the content
   */
  record Unreadable(@Nullable String eventName, String reason) implements ParsedEvent {}
}
