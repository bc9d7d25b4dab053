package io.talkgate.access;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.paging.Cursor;
import io.talkgate.platform.paging.PageRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes {@code members}. */
@Singleton
class MemberRepository implements PanacheRepositoryBase<MemberEntity, UUID> {
  private static final Cursor BEGINNING = new Cursor(Instant.EPOCH, new UUID(0, 0));
  private static final String AFTER = "(createdAt, id) > (?1, ?2)";
  private static final String ORDER = " order by createdAt, id";

  /** One member more than the page asks for, if there is one, of all brands; oldest first. */
  Uni<List<MemberEntity>> page(PageRequest page) {
    Cursor after = Objects.requireNonNullElse(page.after(), BEGINNING);
    return find(AFTER + ORDER, after.at(), after.id()).range(0, page.limit()).list();
  }

  /** The same of one brand. */
  Uni<List<MemberEntity>> page(UUID brandId, PageRequest page) {
    Cursor after = Objects.requireNonNullElse(page.after(), BEGINNING);
    return find(AFTER + " and brandId = ?3" + ORDER, after.at(), after.id(), brandId)
        .range(0, page.limit())
        .list();
  }

  Uni<Optional<MemberEntity>> find(UUID brandId, UUID id) {
    return find("brandId = ?1 and id = ?2", brandId, id).firstResult().map(Optional::ofNullable);
  }
}
