package io.talkgate.link;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.talkgate.access.Audit;
import io.talkgate.access.BrandSessions;
import io.talkgate.access.Caller;
import io.talkgate.access.Deed;
import io.talkgate.platform.Result;
import io.talkgate.platform.problem.ErrorCode;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Changes a link under its lock: found, allowed by its state, changed, audited, shown. */
@Singleton
class LockedLinks {
  private final BrandSessions sessions;
  private final LinkRepository links;
  private final LinkViews views;
  private final Audit audit;

  LockedLinks(BrandSessions sessions, LinkRepository links, LinkViews views, Audit audit) {
    this.sessions = sessions;
    this.links = links;
    this.views = views;
    this.audit = audit;
  }

  /**
   * One transaction.
   *
   * @param call which call this is on the link as it stands
   * @param details of the audit's entry
   * @param change what to do to the link; done when its Uni is
   */
  Uni<Result<Link>> change(
      Caller caller,
      UUID id,
      Function<LinkEntity, LinkCall> call,
      Map<String, String> details,
      Function<LinkEntity, Uni<Result<LinkEntity>>> change) {
    return sessions.run(
        caller,
        session ->
            links
                .lock(caller, id)
                .chain(
                    found ->
                        found
                            .map(
                                link -> {
                                  LinkCall made = call.apply(link);
                                  return ifAllowed(made, link, change)
                                      .call(result -> record(caller, made, details, result));
                                })
                            .orElseGet(() -> refused(ErrorCode.NOT_FOUND)))
                .chain(
                    result ->
                        result.<Uni<Result<Link>>>fold(
                            link -> views.of(caller, link).map(Result::done),
                            refusal -> Uni.createFrom().item(new Result.Refused<>(refusal)))));
  }

  private Uni<Void> record(
      Caller caller, LinkCall call, Map<String, String> details, Result<LinkEntity> result) {
    return result.fold(
        link ->
            Panache.getSession()
                .chain(
                    session ->
                        audit.record(
                            session,
                            caller,
                            new Deed(call.audited(), link.brandId(), link.id(), details))),
        refusal -> Uni.createFrom().voidItem());
  }

  private static Uni<Result<LinkEntity>> ifAllowed(
      LinkCall call, LinkEntity link, Function<LinkEntity, Uni<Result<LinkEntity>>> change) {
    return LinkLifecycle.after(call, link.status()).isPresent()
        ? change.apply(link)
        : refused(ErrorCode.LINK_STATE, link.status().name());
  }

  static Uni<Result<LinkEntity>> refused(ErrorCode code, Object... arguments) {
    return Uni.createFrom().item(Result.refused(code, arguments));
  }

  static Uni<Result<LinkEntity>> done(LinkEntity link) {
    return Uni.createFrom().item(Result.done(link));
  }
}
