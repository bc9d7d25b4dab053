package io.talkgate.delivery;

import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.OutboxMessage;
import io.talkgate.link.SendAccess;
import io.talkgate.link.SendApiKeys;
import io.talkgate.talktalk.OutgoingEvent;
import io.talkgate.talktalk.SendApi;
import io.talkgate.talktalk.SendOutcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Asks NAVER whether a key is good, with a call for a user who cannot exist (protocol §3 [307]): a
 * bad key is answered {@code 01}, a good one something else. It reaches no person. Several messages
 * of a link that are refused together ask once.
 */
@ApplicationScoped
class KeyCheck {
  private static final Logger LOG = Logger.getLogger(KeyCheck.class);

  /** Together with a send's 15 s it has to end within the lease. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final Duration SLOT_PATIENCE = Duration.ofSeconds(4);

  private final Slots slots;
  private final SendApi api;
  private final SendApiKeys keys;
  private final CallNotes notes;
  private final Map<UUID, Uni<Verdict>> underWay = new ConcurrentHashMap<>();

  KeyCheck(Slots slots, SendApi api, SendApiKeys keys, CallNotes notes) {
    this.slots = slots;
    this.api = api;
    this.keys = keys;
    this.notes = notes;
  }

  /** What the check says of the key. */
  enum Verdict {
    GOOD,
    BAD,
    /** There was no clear answer. */
    UNSURE
  }

  /** Checks the key that was refused with this message; a bad one stops its link. */
  Uni<Verdict> of(OutboxMessage message, SendAccess access) {
    return underWay.computeIfAbsent(
        message.linkId(),
        link ->
            ask(message, access)
                .ifNoItem()
                .after(LIMIT)
                .recoverWithItem(Verdict.UNSURE)
                .onFailure()
                .invoke(
                    failure ->
                        LOG.warnf("The key of link %s cannot be checked (%s).", link, failure))
                .onFailure()
                .recoverWithItem(Verdict.UNSURE)
                .onTermination()
                .invoke(() -> underWay.remove(link))
                .memoize()
                .indefinitely());
  }

  private Uni<Verdict> ask(OutboxMessage message, SendAccess access) {
    return slots
        .amongMessages(message.lane().brandId(), message.linkId(), SLOT_PATIENCE)
        .chain(
            slot ->
                slot instanceof Slot.Taken taken
                    ? call(message, access, taken).map(KeyCheck::verdict)
                    : Uni.createFrom().item(Verdict.UNSURE))
        .call(verdict -> verdict == Verdict.BAD ? stopLink(message) : Uni.createFrom().voidItem());
  }

  private Uni<SendOutcome> call(OutboxMessage message, SendAccess access, Slot.Taken slot) {
    return api.call(access.key(), new OutgoingEvent.KeyCheck())
        .invoke(
            outcome ->
                notes.note(
                    message.lane().brandId(),
                    message.linkId(),
                    slot.at(),
                    slot.troubled(),
                    outcome));
  }

  private Uni<Void> stopLink(OutboxMessage message) {
    return keys.rejected(message.lane().brandId(), message.linkId(), message.sealedKey())
        .invoke(
            stopped -> {
              if (stopped) {
                LOG.warnf(
                    "NAVER refuses the send-API key of link %s. Its messages wait for a new key.",
                    message.linkId());
              }
            })
        .replaceWithVoid();
  }

  static Verdict verdict(SendOutcome outcome) {
    if (outcome instanceof SendOutcome.KeyRefused) {
      return Verdict.BAD;
    }
    return Breakers.isFailure(outcome) ? Verdict.UNSURE : Verdict.GOOD;
  }
}
