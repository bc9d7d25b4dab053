package io.talkgate.access;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.paging.Cursor;
import io.talkgate.platform.paging.PageRequest;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Reads and writes {@code brands}. */
@Singleton
class BrandRepository implements PanacheRepositoryBase<BrandEntity, UUID> {
  private static final Cursor BEGINNING = new Cursor(Instant.EPOCH, new UUID(0, 0));

  /** One brand more than the page asks for, if there is one; oldest first. */
  Uni<List<BrandEntity>> page(PageRequest page) {
    Cursor after = Objects.requireNonNullElse(page.after(), BEGINNING);
    return find("(createdAt, id) > (?1, ?2) order by createdAt, id", after.at(), after.id())
        .range(0, page.limit())
        .list();
  }

  /** The same of a member, who has one brand. */
  Uni<List<BrandEntity>> page(UUID brandId, PageRequest page) {
    Cursor after = Objects.requireNonNullElse(page.after(), BEGINNING);
    return find("(createdAt, id) > (?1, ?2) and id = ?3", after.at(), after.id(), brandId).list();
  }
}
