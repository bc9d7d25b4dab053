package io.talkgate.link;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.Caller;
import io.talkgate.platform.Result;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.sealing.Sealing;
import io.talkgate.talktalk.SendApiKey;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/** What managers do to their links. */
@Singleton
class LinkChanges {
  private static final Duration OVERLAP = Duration.ofDays(7);

  private final LockedLinks locked;
  private final WebhookTokenRepository tokens;
  private final SealedKeys keys;
  private final Sealing sealing;
  private final Stamps stamps;
  private final KnownTokens known;
  private final Clock clock;

  LinkChanges(
      LockedLinks locked,
      WebhookTokenRepository tokens,
      SealedKeys keys,
      Sealing sealing,
      Stamps stamps,
      KnownTokens known,
      Clock clock) {
    this.locked = locked;
    this.tokens = tokens;
    this.keys = keys;
    this.sealing = sealing;
    this.stamps = stamps;
    this.known = known;
    this.clock = clock;
  }

  Uni<Result<Link>> change(Caller caller, UUID id, LinkChange change) {
    return locked.change(
        caller,
        id,
        link -> callFor(change, link),
        Map.of("fields", change.fields()),
        link -> LockedLinks.done(apply(change, link)));
  }

  Uni<Result<Link>> requestApproval(Caller caller, UUID id) {
    return locked.change(
        caller,
        id,
        link -> LinkCall.REQUEST_APPROVAL,
        Map.of(),
        link -> {
          link.request(now());
          return link.hasBrandKey() ? LockedLinks.done(link) : firstRequest(link);
        });
  }

  /** With {@code revokeOld} nothing but the new URL stays live, earlier overlaps included. */
  Uni<Result<Link>> renewWebhookUrl(Caller caller, UUID id, boolean revokeOld) {
    Instant now = now();
    return locked
        .change(
            caller,
            id,
            link -> LinkCall.RENEW_WEBHOOK_URL,
            Map.of("revokeOld", Boolean.toString(revokeOld)),
            link ->
                tokens
                    .live(link, now)
                    .invoke(live -> live.forEach(token -> replace(token, revokeOld, now)))
                    .chain(
                        tokens::flush) // the old token's row has to change before the new one comes
                    .chain(() -> issueToken(link)))
        .invoke(() -> known.forget(id));
  }

  /** A token whose overlap runs already keeps its end. */
  private static void replace(WebhookTokenEntity token, boolean atOnce, Instant now) {
    if (atOnce) {
      token.expireAt(now);
    } else if (token.isInUse()) {
      token.expireAt(now.plus(OVERLAP));
    }
  }

  /** The account counts as changed only if it is another one. */
  private static LinkCall callFor(LinkChange change, LinkEntity link) {
    String account = change.accountId();
    return account == null || account.equals(link.accountId())
        ? LinkCall.CHANGE
        : LinkCall.CHANGE_ACCOUNT;
  }

  private LinkEntity apply(LinkChange change, LinkEntity link) {
    String name = change.name();
    if (name != null) {
      link.rename(name);
    }
    String account = change.accountId();
    if (account != null) {
      link.changeAccount(account);
    }
    SendApiKey key = change.sendApiKey();
    if (key != null) {
      link.changeKey(keys.seal(key, link.brandId(), link.id()), SealedKeys.hint(key));
    }
    return link;
  }

  private Uni<Result<LinkEntity>> firstRequest(LinkEntity link) {
    link.giveBrandKey(BrandKeys.random());
    return issueToken(link);
  }

  private Uni<Result<LinkEntity>> issueToken(LinkEntity link) {
    return tokens
        .persist(new WebhookTokenEntity(stamps.next(), link, WebhookToken.random(), sealing))
        .map(token -> Result.done(link));
  }

  /** As PostgreSQL keeps it, so that this answer shows the same time as the next one. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
