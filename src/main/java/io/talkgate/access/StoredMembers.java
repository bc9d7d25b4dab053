package io.talkgate.access;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.talkgate.platform.RequestKey;
import io.talkgate.platform.Result;
import io.talkgate.platform.Stamp;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.database.UniqueViolations;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import io.talkgate.platform.problem.ErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members in the database. */
@ApplicationScoped
class StoredMembers implements Members {
  private static final String USERNAMES = "members_username_key";

  private final MemberRepository members;
  private final BrandRepository brands;
  private final Passwords passwords;
  private final RequestKeys keys;
  private final Audit audit;
  private final Stamps stamps;

  StoredMembers(
      MemberRepository members,
      BrandRepository brands,
      Passwords passwords,
      RequestKeys keys,
      Audit audit,
      Stamps stamps) {
    this.members = members;
    this.brands = brands;
    this.passwords = passwords;
    this.keys = keys;
    this.audit = audit;
    this.stamps = stamps;
  }

  @Override
  public Uni<Result<Member>> create(Caller caller, NewMember member, @Nullable RequestKey key) {
    if (!caller.isOperator() && !caller.belongsTo(member.brandId())) {
      return refused(ErrorCode.NOT_FOUND);
    }
    return passwords
        .hash(member.password())
        .chain(
            hash ->
                Panache.withTransaction(
                    () -> createInBrand(caller, member, hash, key, stamps.next())))
        .onFailure(failure -> UniqueViolations.isOf(failure, USERNAMES))
        .recoverWithUni(() -> refused(ErrorCode.USERNAME_TAKEN, member.username()));
  }

  @Override
  public Uni<Page<Member>> list(Caller caller, PageRequest page) {
    return Panache.withSession(
            () -> caller.isOperator() ? members.page(page) : members.page(caller.brand(), page))
        .map(rows -> Page.of(rows, page.limit(), MemberEntity::cursor))
        .map(rows -> rows.map(MemberEntity::toMember));
  }

  @Override
  public Uni<Optional<Member>> find(UUID brandId, UUID memberId) {
    return Panache.withSession(() -> members.find(brandId, memberId))
        .map(found -> found.map(MemberEntity::toMember));
  }

  private Uni<Result<Member>> createInBrand(
      Caller caller, NewMember member, String hash, @Nullable RequestKey key, Stamp stamp) {
    return brands
        .count("id", member.brandId())
        .chain(
            count ->
                count == 0
                    ? refused(ErrorCode.NOT_FOUND)
                    : createOnce(caller, new MemberEntity(stamp, member, hash), key, stamp.id()));
  }

  private Uni<Result<Member>> createOnce(
      Caller caller, MemberEntity member, @Nullable RequestKey key, UUID id) {
    return Panache.getSession()
        .chain(session -> keys.claim(session, caller, key, id))
        .chain(
            claim ->
                claim.<Uni<Result<Member>>>fold(
                    fresh -> insert(caller, member),
                    earlier -> answer(members.findById(earlier)),
                    () -> refused(ErrorCode.IDEMPOTENCY_KEY_REUSED)));
  }

  /** Checked before, because Hibernate logs what the index refuses; it alone settles races. */
  private Uni<Result<Member>> insert(Caller caller, MemberEntity member) {
    String username = member.toMember().username();
    return members
        .count("username", username)
        .chain(
            count ->
                count == 0
                    ? answer(
                        members
                            .persistAndFlush(member)
                            .call(made -> record(caller, made.toMember())))
                    : withoutKey(refused(ErrorCode.USERNAME_TAKEN, username)));
  }

  private Uni<Void> record(Caller caller, Member made) {
    Deed deed =
        new Deed(
            AuditAction.MEMBER_CREATED,
            made.brandId(),
            made.id(),
            Map.of("username", made.username(), "role", made.role().wireName()));
    return Panache.getSession().chain(session -> audit.record(session, caller, deed));
  }

  /** A refused call must not keep the key it has claimed. */
  private static Uni<Result<Member>> withoutKey(Uni<Result<Member>> refusal) {
    return Panache.getSession()
        .invoke(session -> session.currentTransaction().markForRollback())
        .chain(() -> refusal);
  }

  private static Uni<Result<Member>> answer(Uni<MemberEntity> member) {
    return member.map(MemberEntity::toMember).map(Result::done);
  }

  private static Uni<Result<Member>> refused(ErrorCode code, Object... arguments) {
    return Uni.createFrom().item(Result.refused(code, arguments));
  }
}
