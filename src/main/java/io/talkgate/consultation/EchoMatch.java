package io.talkgate.consultation;

import io.talkgate.talktalk.EchoEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which message of ours an echo is about. NAVER gives it no identifier in common with the send
 * API's answer (protocol §1 messageId), so the content decides, and the order in which they were
 * sent (design §5).
 *
 * @param isOurs whether it is about one of ours at all; a repeat is, and confirms nothing
 * @param confirmed the message that is CONFIRMED by it
 */
record EchoMatch(boolean isOurs, Optional<AwaitingEcho> confirmed) {
  private static final EchoMatch NONE = new EchoMatch(false, Optional.empty());
  private static final EchoMatch REPEAT = new EchoMatch(true, Optional.empty());

  /**
   * Finds it.
   *
   * @param at when the echo was received
   * @param messages ours to this customer, oldest first
   */
  static EchoMatch of(EchoEvent echo, Instant at, List<AwaitingEcho> messages) {
    List<AwaitingEcho> same =
        messages.stream()
            .filter(message -> message.isBefore(at))
            .filter(message -> SameContent.isEchoOf(echo, message.content()))
            .toList();
    Long number = echo.messageId();
    if (number != null && first(same, one -> number.equals(one.talktalkMessageId())).isPresent()) {
      return REPEAT;
    }
    return first(same, AwaitingEcho::isOpen)
        .map(EchoMatch::confirms)
        .orElseGet(() -> amongSettled(same, at, number));
  }

  /**
   * Beside a message that was just confirmed only a new number tells that the echo is not its
   * repeat but that of a FAILED one.
   */
  private static EchoMatch amongSettled(
      List<AwaitingEcho> same, Instant at, @Nullable Long number) {
    Optional<AwaitingEcho> repeated = first(same, one -> one.isConfirmedShortlyBefore(at));
    Optional<AwaitingEcho> failed = first(same, AwaitingEcho::isFailed);
    if (failed.isPresent() && (repeated.isEmpty() || isAnother(number, repeated.get()))) {
      return confirms(failed.get());
    }
    return repeated.isPresent() ? REPEAT : NONE;
  }

  private static boolean isAnother(@Nullable Long number, AwaitingEcho confirmed) {
    return number != null && confirmed.talktalkMessageId() != null;
  }

  private static EchoMatch confirms(AwaitingEcho message) {
    return new EchoMatch(true, Optional.of(message));
  }

  private static Optional<AwaitingEcho> first(
      List<AwaitingEcho> messages, Predicate<AwaitingEcho> condition) {
    return messages.stream().filter(condition).findFirst();
  }
}
