package io.talkgate.consultation;

import io.talkgate.platform.Stamp;
import io.talkgate.talktalk.ParsedEvent;
import io.talkgate.talktalk.TalkTalkEvents;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call of a webhook as it came.
 *
 * @param stamp its identifier and the time it was received
 * @param body the bytes that NAVER sent
 * @param parsed what could be read of them
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying up to 10 MiB would be waste
public record ReceivedEvent(
    Stamp stamp, UUID brandId, UUID linkId, byte[] body, ParsedEvent parsed) {
  private static final String PAYMENT = "pay_complete";

  /** Reads a call's body, which never fails. */
  public static ReceivedEvent of(Stamp stamp, UUID brandId, UUID linkId, byte[] body) {
    return new ReceivedEvent(stamp, brandId, linkId, body, TalkTalkEvents.parse(body));
  }

  /**
   * True if answering 200 would approve a payment (protocol §2), however unreadable the rest is.
   */
  public boolean asksForPayment() {
    return asksForPayment(parsed);
  }

  /** The same of a body that belongs to no link yet. */
  public static boolean asksForPayment(ParsedEvent parsed) {
    return isPayment(nameOf(parsed));
  }

  /** The same of an event of which only the name is known; null if not even that. */
  public static boolean isPayment(@Nullable String name) {
    return PAYMENT.equals(name);
  }

  /** The customer as NAVER knows them; null if it names none that could be read. */
  public @Nullable String user() {
    return parsed instanceof ParsedEvent.Readable readable ? readable.event().user() : null;
  }

  /** NAVER's name of the event; null if it could not be read. */
  public @Nullable String name() {
    return nameOf(parsed);
  }

  private static @Nullable String nameOf(ParsedEvent parsed) {
    return parsed instanceof ParsedEvent.Readable readable
        ? readable.event().name()
        : ((ParsedEvent.Unreadable) parsed).eventName();
  }

  /** The body is personal data and stays out of logs. */
  @Override
  public String toString() {
    return "ReceivedEvent[%s, link=%s, %d bytes]".formatted(stamp.id(), linkId, body.length);
  }
}
