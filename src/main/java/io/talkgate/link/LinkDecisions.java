package io.talkgate.link;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.Caller;
import io.talkgate.platform.Result;
import io.talkgate.platform.database.UniqueViolations;
import io.talkgate.platform.problem.ErrorCode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** What decides a link's fate: approval and rejection by operators, revocation by owners. */
@Singleton
class LinkDecisions {
  static final String ONE_APPROVED = "links_one_approved_per_account";

  private final LockedLinks locked;
  private final LinkRepository links;
  private final WebhookTokenRepository tokens;
  private final LinkAnnouncements announcements;
  private final KnownTokens known;
  private final Clock clock;

  LinkDecisions(
      LockedLinks locked,
      LinkRepository links,
      WebhookTokenRepository tokens,
      LinkAnnouncements announcements,
      KnownTokens known,
      Clock clock) {
    this.locked = locked;
    this.links = links;
    this.tokens = tokens;
    this.announcements = announcements;
    this.known = known;
    this.clock = clock;
  }

  /** Of two approvals at the same time that both find the account free, the index refuses one. */
  Uni<Result<Link>> approve(Caller operator, UUID id) {
    return locked
        .change(operator, id, link -> LinkCall.APPROVE, Map.of(), this::approveIfFree)
        .onFailure(failure -> UniqueViolations.isOf(failure, ONE_APPROVED))
        .recoverWithUni(() -> accountInUse(operator, id))
        .call(done(link -> announcements.approved(link.brandId(), link.id())));
  }

  Uni<Result<Link>> reject(Caller operator, UUID id, String reason) {
    return locked.change(
        operator,
        id,
        link -> LinkCall.REJECT,
        Map.of("reason", reason),
        link -> {
          link.decide(LinkStatus.REJECTED, reason, now());
          return LockedLinks.done(link);
        });
  }

  Uni<Result<Link>> revoke(Caller caller, UUID id) {
    return locked
        .change(caller, id, link -> LinkCall.REVOKE, Map.of(), this::revokeWithTokens)
        .invoke(() -> known.forget(id))
        .call(done(link -> announcements.revoked(link.brandId(), link.id())));
  }

  private Uni<Result<LinkEntity>> approveIfFree(LinkEntity link) {
    return links
        .isAccountInUse(link)
        .chain(
            inUse -> {
              if (inUse) {
                return LockedLinks.refused(ErrorCode.ACCOUNT_IN_USE, link.accountId());
              }
              link.decide(LinkStatus.APPROVED, null, now());
              return LockedLinks.done(link);
            });
  }

  private Uni<Result<LinkEntity>> revokeWithTokens(LinkEntity link) {
    Instant now = now();
    link.decide(LinkStatus.REVOKED, null, now);
    return tokens
        .live(link, now)
        .invoke(live -> live.forEach(token -> token.expireAt(now)))
        .replaceWith(Result.done(link));
  }

  /** In a new transaction: the one that met the index is gone. */
  private Uni<Result<Link>> accountInUse(Caller operator, UUID id) {
    return locked.change(
        operator,
        id,
        link -> LinkCall.APPROVE,
        Map.of(),
        link -> LockedLinks.refused(ErrorCode.ACCOUNT_IN_USE, link.accountId()));
  }

  private static Function<Result<Link>, Uni<?>> done(Function<Link, Uni<Void>> announce) {
    return result -> result.fold(announce, refusal -> Uni.createFrom().voidItem());
  }

  /** As PostgreSQL keeps it, so that this answer shows the same time as the next one. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
