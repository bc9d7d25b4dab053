package io.talkgate.link;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.talkgate.access.Caller;
import io.talkgate.platform.paging.Cursor;
import io.talkgate.platform.paging.PageRequest;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes {@code links}, each caller's own ones only. */
@Singleton
class LinkRepository implements PanacheRepositoryBase<LinkEntity, UUID> {
  private static final Cursor BEGINNING = new Cursor(Instant.EPOCH, new UUID(0, 0));

  Uni<Optional<LinkEntity>> find(Caller caller, UUID id) {
    return find(caller, id, LockModeType.NONE);
  }

  /**
   * The link, locked until the transaction ends: intake reads its state FOR SHARE, so that no event
   * is parked beside an approval.
   */
  Uni<Optional<LinkEntity>> lock(Caller caller, UUID id) {
    return find(caller, id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** One link more than the page asks for, if there is one; oldest first. */
  Uni<List<LinkEntity>> page(Caller caller, @Nullable LinkStatus status, PageRequest page) {
    Cursor after = Objects.requireNonNullElse(page.after(), BEGINNING);
    Map<String, Object> values = new HashMap<>(Map.of("at", after.at(), "after", after.id()));
    String where = "(createdAt, id) > (:at, :after)" + visible(caller, values);
    if (status != null) {
      where += " and status = :status";
      values.put("status", status);
    }
    return find(where + " order by createdAt, id", values).range(0, page.limit()).list();
  }

  /** True if another link of the same account is approved, over all brands. */
  Uni<Boolean> isAccountInUse(LinkEntity link) {
    return count(
            "lower(accountId) = lower(?1) and status = ?2 and id <> ?3",
            link.accountId(),
            LinkStatus.APPROVED,
            link.id())
        .map(count -> count > 0);
  }

  private Uni<Optional<LinkEntity>> find(Caller caller, UUID id, LockModeType lock) {
    Map<String, Object> values = new HashMap<>(Map.of("id", id));
    return find("id = :id" + visible(caller, values), values)
        .withLock(lock)
        .firstResult()
        .map(Optional::ofNullable);
  }

  private static String visible(Caller caller, Map<String, Object> values) {
    if (caller.isOperator()) {
      return "";
    }
    values.put("brand", caller.brand());
    return " and brandId = :brand";
  }
}
