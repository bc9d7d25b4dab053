package io.talkgate.delivery;

import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.OutboxMessage;
import io.talkgate.link.SendAccess;
import io.talkgate.link.SendApiKeys;
import io.talkgate.link.health.KeyChecks;
import io.talkgate.link.health.KeyVerdict;
import io.talkgate.talktalk.OutgoingEvent;
import io.talkgate.talktalk.SendApi;
import io.talkgate.talktalk.SendOutcome;
import io.vertx.mutiny.core.buffer.Buffer;
import jakarta.inject.Singleton;
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
@Singleton
class KeyCheck {
  private static final Logger LOG = Logger.getLogger(KeyCheck.class);

  /** Together with a send's 15 s it has to end within the lease. */
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final Duration SLOT_PATIENCE = Duration.ofSeconds(4);

  private final Slots slots;
  private final SendApi api;
  private final SendApiKeys keys;
  private final CallNotes notes;
  private final KeyChecks checks;
  private final Map<UUID, Uni<KeyVerdict>> underWay = new ConcurrentHashMap<>();

  KeyCheck(Slots slots, SendApi api, SendApiKeys keys, CallNotes notes, KeyChecks checks) {
    this.slots = slots;
    this.api = api;
    this.keys = keys;
    this.notes = notes;
    this.checks = checks;
  }

  /** Checks the key that was refused with this message; a bad one stops its link. */
  Uni<KeyVerdict> of(OutboxMessage message, SendAccess access) {
    return of(message.lane().brandId(), message.linkId(), message.sealedKey(), access);
  }

  /** Checks a key; a bad one stops its link. */
  Uni<KeyVerdict> of(UUID brandId, UUID linkId, Buffer sealedKey, SendAccess access) {
    return underWay.computeIfAbsent(
        linkId,
        link ->
            ask(new Asked(brandId, linkId, sealedKey, access))
                .ifNoItem()
                .after(LIMIT)
                .recoverWithItem(KeyVerdict.UNSURE)
                .onFailure()
                .invoke(
                    failure ->
                        LOG.warnf("The key of link %s cannot be checked (%s).", link, failure))
                .onFailure()
                .recoverWithItem(KeyVerdict.UNSURE)
                .onTermination()
                .invoke(() -> underWay.remove(link))
                .memoize()
                .indefinitely());
  }

  private record Asked(UUID brandId, UUID linkId, Buffer sealedKey, SendAccess access) {}

  private Uni<KeyVerdict> ask(Asked key) {
    return slots
        .amongMessages(key.brandId(), key.linkId(), SLOT_PATIENCE)
        .chain(
            slot ->
                slot instanceof Slot.Taken taken
                    ? call(key, taken).map(KeyCheck::verdict)
                    : Uni.createFrom().item(KeyVerdict.UNSURE))
        .call(verdict -> verdict == KeyVerdict.BAD ? stopLink(key) : Uni.createFrom().voidItem())
        .call(verdict -> noted(key, verdict));
  }

  /** What cannot be noted is true all the same. */
  private Uni<Void> noted(Asked key, KeyVerdict verdict) {
    return checks
        .noted(key.brandId(), key.linkId(), key.sealedKey(), verdict)
        .onFailure()
        .invoke(failure -> LOG.debugf("A key check cannot be noted (%s).", failure.getMessage()))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<SendOutcome> call(Asked key, Slot.Taken slot) {
    return api.call(key.access().key(), new OutgoingEvent.KeyCheck())
        .invoke(
            outcome ->
                notes.note(key.brandId(), key.linkId(), slot.at(), slot.troubled(), outcome));
  }

  private Uni<Void> stopLink(Asked key) {
    return keys.rejected(key.brandId(), key.linkId(), key.sealedKey())
        .invoke(
            stopped -> {
              if (stopped) {
                LOG.warnf(
                    "NAVER refuses the send-API key of link %s. Its messages wait for a new key.",
                    key.linkId());
              }
            })
        .replaceWithVoid();
  }

  static KeyVerdict verdict(SendOutcome outcome) {
    if (outcome instanceof SendOutcome.KeyRefused) {
      return KeyVerdict.BAD;
    }
    return Breakers.isFailure(outcome) ? KeyVerdict.UNSURE : KeyVerdict.GOOD;
  }
}
