package io.talkgate.link;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.talkgate.access.Audit;
import io.talkgate.access.AuditAction;
import io.talkgate.access.BrandSessions;
import io.talkgate.access.Caller;
import io.talkgate.access.Deed;
import io.talkgate.access.RequestKeys;
import io.talkgate.platform.RequestKey;
import io.talkgate.platform.Result;
import io.talkgate.platform.Stamp;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import io.talkgate.platform.problem.ErrorCode;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The links in the database. */
@Singleton
class StoredLinks implements Links {
  private final BrandSessions sessions;
  private final LinkRepository links;
  private final LinkViews views;
  private final LinkChanges changes;
  private final LinkDecisions decisions;
  private final SealedKeys sealedKeys;
  private final RequestKeys requestKeys;
  private final Audit audit;
  private final Stamps stamps;

  StoredLinks(
      BrandSessions sessions,
      LinkRepository links,
      LinkViews views,
      LinkChanges changes,
      LinkDecisions decisions,
      SealedKeys sealedKeys,
      RequestKeys requestKeys,
      Audit audit,
      Stamps stamps) {
    this.sessions = sessions;
    this.links = links;
    this.views = views;
    this.changes = changes;
    this.decisions = decisions;
    this.sealedKeys = sealedKeys;
    this.requestKeys = requestKeys;
    this.audit = audit;
    this.stamps = stamps;
  }

  @Override
  public Uni<Result<Link>> create(Caller caller, NewLink link, @Nullable RequestKey key) {
    if (!caller.belongsTo(link.brandId())) {
      return refused(ErrorCode.NOT_FOUND);
    }
    Stamp stamp = stamps.next();
    byte[] sealed = sealedKeys.seal(link.sendApiKey(), link.brandId(), stamp.id());
    return sessions.run(
        caller,
        session ->
            createOnce(session, caller, key, stamp.id(), new LinkEntity(stamp, link, sealed)));
  }

  @Override
  public Uni<Page<Link>> list(Caller caller, @Nullable LinkStatus status, PageRequest page) {
    return sessions.run(
        caller,
        session ->
            links
                .page(caller, status, page)
                .map(rows -> Page.of(rows, page.limit(), LinkEntity::cursor))
                .chain(
                    part ->
                        views
                            .of(caller, part.items())
                            .map(items -> new Page<>(items, part.next()))));
  }

  @Override
  public Uni<Result<Link>> get(Caller caller, UUID id) {
    return sessions.run(
        caller,
        session ->
            links
                .find(caller, id)
                .chain(
                    found ->
                        found
                            .map(link -> views.of(caller, link).map(Result::done))
                            .orElseGet(() -> refused(ErrorCode.NOT_FOUND))));
  }

  @Override
  public Uni<Result<Link>> change(Caller caller, UUID id, LinkChange change) {
    return changes.change(caller, id, change);
  }

  @Override
  public Uni<Result<Link>> requestApproval(Caller caller, UUID id) {
    return changes.requestApproval(caller, id);
  }

  @Override
  public Uni<Result<Link>> renewWebhookUrl(Caller caller, UUID id, boolean revokeOld) {
    return changes.renewWebhookUrl(caller, id, revokeOld);
  }

  @Override
  public Uni<Result<Link>> approve(Caller operator, UUID id) {
    return decisions.approve(operator, id);
  }

  @Override
  public Uni<Result<Link>> reject(Caller operator, UUID id, String reason) {
    return decisions.reject(operator, id, reason);
  }

  @Override
  public Uni<Result<Link>> revoke(Caller caller, UUID id) {
    return decisions.revoke(caller, id);
  }

  private Uni<Result<Link>> createOnce(
      Mutiny.Session session, Caller caller, @Nullable RequestKey key, UUID id, LinkEntity link) {
    return requestKeys
        .claim(session, caller, key, id)
        .chain(
            claim ->
                claim.<Uni<Result<Link>>>fold(
                    fresh -> insert(caller, link),
                    earlier -> get(caller, earlier),
                    () -> refused(ErrorCode.IDEMPOTENCY_KEY_REUSED)));
  }

  private Uni<Result<Link>> insert(Caller caller, LinkEntity link) {
    Deed deed =
        new Deed(
            AuditAction.LINK_CREATED,
            link.brandId(),
            link.id(),
            Map.of("accountId", link.accountId()));
    return links
        .persist(link)
        .call(made -> Panache.getSession().chain(session -> audit.record(session, caller, deed)))
        .chain(made -> views.of(caller, made))
        .map(Result::done);
  }

  private static Uni<Result<Link>> refused(ErrorCode code) {
    return Uni.createFrom().item(Result.refused(code));
  }
}
