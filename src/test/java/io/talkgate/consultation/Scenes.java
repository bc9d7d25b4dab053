package io.talkgate.consultation;

import io.talkgate.platform.Stamp;
import io.talkgate.talktalk.Content;
import io.talkgate.talktalk.TextContent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Situations for the tests of the state machines. */
final class Scenes {
  static final UUID BRAND = UUID.randomUUID();
  static final UUID LINK = UUID.randomUUID();
  static final UUID CUSTOMER = UUID.randomUUID();
  static final Actor AGENT = new Actor(UUID.randomUUID(), "Kim");

  /** When the consultation began; everything else happens after it. */
  static final Instant START = Instant.parse("2026-11-22T09:00:00Z");

  static final Instant NOW = START.plus(Duration.ofMinutes(10));

  private Scenes() {}

  static Stamp now() {
    return at(NOW);
  }

  static Stamp at(Instant instant) {
    return new Stamp(UUID.randomUUID(), instant);
  }

  static CustomerRow customer() {
    return new CustomerRow(
        CUSTOMER, BRAND, LINK, "al-2eGuGr5WQOnco1_V-FQ", false, false, false, false, START, null);
  }

  static CustomerRow blockedCustomer() {
    return new CustomerRow(
        CUSTOMER, BRAND, LINK, "al-2eGuGr5WQOnco1_V-FQ", false, false, false, true, START, null);
  }

  static ConsultationRow consultation(ConsultationStatus status) {
    return consultation(status, ThreadHolder.TALKGATE, null, false, false);
  }

  static ConsultationRow consultation(
      ConsultationStatus status,
      ThreadHolder thread,
      @Nullable UUID assignee,
      boolean answeredByAgent,
      boolean answeredByPartnerCenter) {
    boolean closed = status == ConsultationStatus.CLOSED;
    return new ConsultationRow(
        UUID.randomUUID(),
        BRAND,
        LINK,
        CUSTOMER,
        status,
        thread,
        false,
        assignee,
        null,
        0,
        answeredByAgent,
        answeredByPartnerCenter,
        START,
        START,
        null,
        null,
        START,
        null,
        null,
        null,
        closed ? START.plusSeconds(60) : null,
        closed ? CloseReason.AGENT : null,
        null);
  }

  static Scene scene(@Nullable ConsultationRow latest) {
    return scene(customer(), latest, List.of(), Duration.ZERO);
  }

  static Scene scene(
      CustomerRow customer,
      @Nullable ConsultationRow latest,
      List<AwaitingEcho> awaiting,
      Duration reopenWindow) {
    return new Scene(customer, latest, awaiting, reopenWindow, UUID::randomUUID);
  }

  /** A text of ours that NAVER has accepted. */
  static AwaitingEcho sent(String text) {
    return message(TextContent.of(text), DeliveryStatus.SENT, null);
  }

  /** A message of ours, a minute old. */
  static AwaitingEcho message(
      Content content, DeliveryStatus status, @Nullable Long talktalkMessageId) {
    Instant at = NOW.minusSeconds(60);
    return new AwaitingEcho(UUID.randomUUID(), content, status, at, at, talktalkMessageId);
  }
}
