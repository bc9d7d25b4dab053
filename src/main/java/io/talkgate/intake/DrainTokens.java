package io.talkgate.intake;

import io.talkgate.consultation.ReceivedEvent;
import io.talkgate.intake.spool.SpoolEntry;
import io.talkgate.intake.spool.SpoolRecord;
import io.talkgate.intake.spool.SpooledEvent;
import io.talkgate.intake.spool.UnresolvedCall;
import io.talkgate.link.TokenOwner;
import io.talkgate.link.WebhookTokens;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Finds out whose the records are that were spooled while no token could be looked up. */
final class DrainTokens {
  private static final Logger LOG = Logger.getLogger(DrainTokens.class);

  private final WebhookTokens tokens;

  /** Tokens that were looked up in this pass, by their hash: one call seldom comes alone. */
  private final Map<ByteBuffer, TokenOwner> owners = new HashMap<>();

  DrainTokens(WebhookTokens tokens) {
    this.tokens = tokens;
  }

  /** A new pass begins: what was looked up before may have changed. */
  void clear() {
    owners.clear();
  }

  /** Asks the database for all tokens at once; fails if it does not answer. Blocking. */
  void lookUp(List<SpoolEntry> entries) {
    Set<ByteBuffer> asked =
        entries.stream()
            .map(SpoolEntry::record)
            .filter(UnresolvedCall.class::isInstance)
            .map(call -> hash((UnresolvedCall) call))
            .filter(hash -> !owners.containsKey(hash))
            .collect(Collectors.toSet());
    if (!asked.isEmpty()) {
      // On the drainer's own thread, as all of a pass.
      owners.putAll(tokens.ownersOfHashes(asked).await().atMost(DrainPass.LIMIT));
    }
  }

  /** The event of a record that was looked up; empty if it is nobody's. */
  Optional<ReceivedEvent> event(SpoolRecord record) {
    return record.fold(DrainTokens::event, this::resolve);
  }

  private static Optional<ReceivedEvent> event(SpooledEvent event) {
    return Optional.of(
        ReceivedEvent.of(event.stamp(), event.brandId(), event.linkId(), event.body()));
  }

  /** A token that turns out to be nobody's was never ours to answer for; the call is dropped. */
  private Optional<ReceivedEvent> resolve(UnresolvedCall call) {
    if (owners.get(hash(call)) instanceof TokenOwner.Live live) {
      return Optional.of(
          ReceivedEvent.of(call.stamp(), live.brandId(), live.linkId(), call.body()));
    }
    LOG.infof(
        "A call spooled at %s came with a token that is not live; it is dropped.",
        call.stamp().at());
    return Optional.empty();
  }

  private static ByteBuffer hash(UnresolvedCall call) {
    return ByteBuffer.wrap(call.tokenHash());
  }
}
