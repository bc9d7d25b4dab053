package io.talkgate.link;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.talkgate.access.Audit;
import io.talkgate.access.AuditAction;
import io.talkgate.access.BrandSessions;
import io.talkgate.access.Caller;
import io.talkgate.access.Deed;
import io.talkgate.link.settings.DeskRules;
import io.talkgate.platform.Result;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.FieldError;
import io.talkgate.platform.problem.Refusal;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** The links' settings; NOT_FOUND for a link that the caller does not see. */
@Singleton
public class Settings {
  private final BrandSessions sessions;
  private final LinkRepository links;
  private final StoredDeskRules rules;
  private final Audit audit;

  Settings(BrandSessions sessions, LinkRepository links, StoredDeskRules rules, Audit audit) {
    this.sessions = sessions;
    this.links = links;
    this.rules = rules;
    this.audit = audit;
  }

  /** All settings of a link. */
  public Uni<Result<LinkSettings>> get(Caller caller, UUID id) {
    return sessions.run(
        caller,
        session ->
            links
                .find(caller, id)
                .chain(
                    found ->
                        found
                            .map(link -> rules.of(link).map(desk -> settings(link, desk)))
                            .orElseGet(() -> refused(Refusal.of(ErrorCode.NOT_FOUND)))));
  }

  /**
   * Changes sections of a link's settings; LINK_STATE on a revoked one, VALIDATION where values do
   * not go together.
   */
  public Uni<Result<LinkSettings>> change(Caller caller, UUID id, SettingsChange change) {
    List<FieldError> problems = change.desk().problems();
    if (!problems.isEmpty()) {
      return refused(Refusal.invalid(problems));
    }
    return sessions.run(
        caller,
        session ->
            links
                .lock(caller, id)
                .chain(
                    found ->
                        found
                            .map(link -> change(link, change))
                            .orElseGet(() -> refused(Refusal.of(ErrorCode.NOT_FOUND))))
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

  private Uni<Result<LinkSettings>> change(LinkEntity link, SettingsChange change) {
    if (LinkLifecycle.after(LinkCall.CHANGE, link.status()).isEmpty()) {
      return refused(Refusal.of(ErrorCode.LINK_STATE, link.status()));
    }
    if (change.delivery() != null) {
      link.changeDefaults(change.delivery());
    }
    return rules
        .of(link)
        .chain(
            before ->
                change.desk().equals(DeskRules.NONE)
                    ? Uni.createFrom().item(before)
                    : rules.keep(link, before.with(change.desk())))
        .map(desk -> settings(link, desk));
  }

  private static Result<LinkSettings> settings(LinkEntity link, DeskRules desk) {
    return Result.done(new LinkSettings(link.defaults(), desk));
  }

  private static Uni<Result<LinkSettings>> refused(Refusal refusal) {
    return Uni.createFrom().item(Result.refused(refusal));
  }
}
