package io.talkgate.consultation;

import io.talkgate.platform.Stamp;
import io.talkgate.talktalk.Content;
import io.talkgate.talktalk.EchoEvent;
import io.talkgate.talktalk.PayCompleteEvent;
import io.talkgate.talktalk.PayConfirmEvent;
import io.talkgate.talktalk.SendEvent;
import io.talkgate.talktalk.SystemContent;
import io.talkgate.talktalk.TextContent;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the message or line that an event leaves on the customer's timeline. */
final class Timeline {
  /** How NAVER names Partner Center in sourceId, targetId and threadOwnerId (protocol §2, §3). */
  static final long PARTNER_CENTER_ID = 1;

  private static final String LEAVING = "leave";
  private static final String TYPING = "typing";

  private final Scene scene;
  private final Stamp stamp;

  Timeline(Scene scene, Stamp stamp) {
    this.scene = scene;
    this.stamp = stamp;
  }

  /**
   * True if the customer typed it, as opposed to a pressed button or a sticker; old events do not
   * say how it was entered.
   */
  static boolean isTyped(SendEvent event) {
    return event.content() instanceof TextContent text
        && (text.inputType() == null || text.inputType().equals(TYPING));
  }

  /** True if it only tells that a Partner Center person left the room. */
  static boolean isLeaving(EchoEvent event) {
    return LEAVING.equals(event.echoedEvent());
  }

  void fromCustomer(SendEvent event, @Nullable ConsultationDraft consultation) {
    add(consultation, Direction.INBOUND, Author.CUSTOMER, event.content(), event.messageId());
  }

  void fromPartnerCenter(EchoEvent event, @Nullable ConsultationDraft consultation) {
    Author author = new Author(AuthorType.PARTNER_AGENT, null, event.managerNickname());
    add(consultation, Direction.OUTBOUND, author, contentOf(event), event.messageId());
  }

  void echoed(EchoEvent event, @Nullable ConsultationDraft consultation) {
    add(consultation, Direction.OUTBOUND, Author.SYSTEM, contentOf(event), event.messageId());
  }

  void payment(PayCompleteEvent event, @Nullable ConsultationDraft consultation) {
    line(consultation, "PAYMENT_COMPLETED", event.code(), event.paymentId(), event.message());
  }

  void payment(PayConfirmEvent event, @Nullable ConsultationDraft consultation) {
    line(consultation, "PAYMENT_CONFIRMED", event.code(), event.paymentId(), event.message());
  }

  private void line(
      @Nullable ConsultationDraft consultation, String event, @Nullable String... words) {
    String text = Stream.of(words).filter(Objects::nonNull).collect(Collectors.joining(" "));
    add(
        consultation,
        Direction.OUTBOUND,
        Author.SYSTEM,
        new SystemContent(event, text.isEmpty() ? null : text),
        null);
  }

  private static Content contentOf(EchoEvent event) {
    if (isLeaving(event)) {
      return new SystemContent("PARTNER_AGENT_LEFT", event.managerNickname());
    }
    return event.content() == null
        ? new SystemContent("ECHO", event.echoedEvent())
        : event.content();
  }

  private void add(
      @Nullable ConsultationDraft consultation,
      Direction direction,
      Author author,
      Content content,
      @Nullable Long talktalkMessageId) {
    scene.add(
        new NewMessage(
            stamp.id(),
            scene.customer().brandId(),
            scene.customer().id(),
            consultation == null ? null : consultation.id(),
            direction,
            author,
            content,
            talktalkMessageId,
            stamp.at()));
  }
}
