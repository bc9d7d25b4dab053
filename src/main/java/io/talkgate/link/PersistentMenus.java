package io.talkgate.link;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.Caller;
import io.talkgate.platform.Result;
import io.talkgate.talktalk.MenuItem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * The persistent menus of accounts. NAVER has no call that tells them (protocol §3), so what it has
 * accepted is kept. A menu set elsewhere is not known here.
 */
@Singleton
public class PersistentMenus {
  private final ApprovedLinks approved;
  private final AccountCalls calls;
  private final StoredMenus stored;

  PersistentMenus(ApprovedLinks approved, AccountCalls calls, StoredMenus stored) {
    this.approved = approved;
    this.calls = calls;
    this.stored = stored;
  }

  /** The menu that NAVER accepted last; empty if there is none. NOT_FOUND as everywhere. */
  public Uni<Result<List<MenuItem>>> get(Caller caller, UUID id) {
    return stored.find(caller, id);
  }

  /**
   * Sets the menu at NAVER and keeps it when NAVER has accepted it. After NAVER_UNREACHABLE it may
   * be set all the same: setting it again does no harm. LINK_STATE unless the link is approved.
   *
   * @param menus validated; an empty one removes the menu
   */
  public Uni<Result<List<MenuItem>>> set(Caller caller, UUID id, List<MenuItem> menus) {
    return approved
        .call(caller, id, () -> calls.setMenu(caller.brand(), id, menus))
        .chain(
            answer ->
                answer.fold(
                    accepted -> stored.keep(caller, id, menus).replaceWith(Result.done(menus)),
                    refusal -> Uni.createFrom().item(Result.refused(refusal))));
  }
}
