package io.talkgate.link;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.talkgate.access.Audit;
import io.talkgate.access.AuditAction;
import io.talkgate.access.Caller;
import io.talkgate.access.Deed;
import io.talkgate.platform.Result;
import io.talkgate.platform.problem.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The links' settings; NOT_FOUND for a link that the caller does not see. */
@ApplicationScoped
public class Settings {
  private final LinkRepository links;
  private final Audit audit;

  Settings(LinkRepository links, Audit audit) {
    this.links = links;
    this.audit = audit;
  }

  /** All settings of a link. */
  public Uni<Result<LinkSettings>> get(Caller caller, UUID id) {
    return Panache.withSession(
        () ->
            links
                .find(caller, id)
                .map(
                    found ->
                        found
                            .map(link -> Result.done(link.settings()))
                            .orElseGet(() -> Result.refused(ErrorCode.NOT_FOUND))));
  }

  /** Changes sections of a link's settings; LINK_STATE on a revoked one. */
  public Uni<Result<LinkSettings>> change(Caller caller, UUID id, SettingsChange change) {
    return Panache.withTransaction(
        () ->
            links
                .lock(caller, id)
                .map(
                    found ->
                        found
                            .map(link -> change(link, change))
                            .orElseGet(() -> Result.refused(ErrorCode.NOT_FOUND)))
                .call(
                    result ->
                        result.<Uni<?>>fold(
                            settings -> record(caller, id),
                            refusal -> Uni.createFrom().voidItem())));
  }

  private Uni<Void> record(Caller caller, UUID id) {
    Deed deed = new Deed(AuditAction.LINK_SETTINGS_CHANGED, caller.brand(), id);
    return Panache.getSession().chain(session -> audit.record(session, caller, deed));
  }

  private static Result<LinkSettings> change(LinkEntity link, SettingsChange change) {
    if (LinkLifecycle.after(LinkCall.CHANGE, link.status()).isEmpty()) {
      return Result.refused(ErrorCode.LINK_STATE, link.status());
    }
    if (change.delivery() != null) {
      link.changeDefaults(change.delivery());
    }
    return Result.done(link.settings());
  }
}
