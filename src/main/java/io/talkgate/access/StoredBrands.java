package io.talkgate.access;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.RequestKey;
import io.talkgate.platform.Result;
import io.talkgate.platform.Stamp;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import io.talkgate.platform.problem.ErrorCode;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The brands in the database. */
@Singleton
class StoredBrands implements Brands {
  private final BrandSessions sessions;
  private final BrandRepository brands;
  private final RequestKeys keys;
  private final Audit audit;
  private final Stamps stamps;

  StoredBrands(
      BrandSessions sessions,
      BrandRepository brands,
      RequestKeys keys,
      Audit audit,
      Stamps stamps) {
    this.sessions = sessions;
    this.brands = brands;
    this.keys = keys;
    this.audit = audit;
    this.stamps = stamps;
  }

  @Override
  public Uni<Result<Brand>> create(Caller caller, String name, @Nullable RequestKey key) {
    Stamp stamp = stamps.next();
    return sessions.run(
        caller,
        session ->
            keys.claim(session, caller, key, stamp.id())
                .chain(
                    claim ->
                        claim.<Uni<Result<Brand>>>fold(
                            id -> answer(insert(caller, new BrandEntity(stamp, name))),
                            id -> answer(brands.findById(id)),
                            () -> refused(ErrorCode.IDEMPOTENCY_KEY_REUSED))));
  }

  @Override
  public Uni<Page<Brand>> list(Caller caller, PageRequest page) {
    return sessions
        .run(
            caller,
            session -> caller.isOperator() ? brands.page(page) : brands.page(caller.brand(), page))
        .map(rows -> Page.of(rows, page.limit(), BrandEntity::cursor).map(BrandEntity::toBrand));
  }

  private Uni<BrandEntity> insert(Caller caller, BrandEntity brand) {
    UUID id = brand.toBrand().id();
    Deed deed = new Deed(AuditAction.BRAND_CREATED, id, id);
    return brands
        .persist(brand)
        .call(made -> Panache.getSession().chain(session -> audit.record(session, caller, deed)));
  }

  private static Uni<Result<Brand>> answer(Uni<BrandEntity> brand) {
    return brand.map(BrandEntity::toBrand).map(Result::done);
  }

  private static Uni<Result<Brand>> refused(ErrorCode code) {
    return Uni.createFrom().item(Result.refused(code));
  }
}
