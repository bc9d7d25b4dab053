package io.talkgate.access;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.RequestKey;
import io.talkgate.platform.Result;
import io.talkgate.platform.Stamp;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.database.UniqueViolations;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.ValueRule;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The members in the database. */
@Singleton
class StoredMembers implements Members {
  private static final String USERNAMES = "members_username_key";

  private final BrandSessions sessions;
  private final MemberRepository members;
  private final BrandRepository brands;
  private final Passwords passwords;
  private final RequestKeys keys;
  private final Audit audit;
  private final Stamps stamps;

  StoredMembers(
      BrandSessions sessions,
      MemberRepository members,
      BrandRepository brands,
      Passwords passwords,
      RequestKeys keys,
      Audit audit,
      Stamps stamps) {
    this.sessions = sessions;
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
    if (PasswordRules.isUserName(member.password(), member.username())) {
      return refused(Refusal.invalid("password", ValueRule.NOT_THE_USER_NAME));
    }
    return passwords
        .hash(member.password())
        .chain(
            hash ->
                sessions.run(
                    caller,
                    session -> createInBrand(session, caller, member, hash, key, stamps.next())))
        .onFailure(failure -> UniqueViolations.isOf(failure, USERNAMES))
        .recoverWithUni(() -> refused(ErrorCode.USERNAME_TAKEN, member.username()));
  }

  @Override
  public Uni<Page<Member>> list(Caller caller, PageRequest page) {
    return sessions
        .run(
            caller,
            session ->
                caller.isOperator() ? members.page(page) : members.page(caller.brand(), page))
        .map(rows -> Page.of(rows, page.limit(), MemberEntity::cursor))
        .map(rows -> rows.map(MemberEntity::toMember));
  }

  @Override
  public Uni<Result<Member>> get(Caller caller, UUID memberId) {
    return sessions
        .run(
            caller,
            session ->
                caller.isOperator()
                    ? members.findById(memberId).map(Optional::ofNullable)
                    : members.find(caller.brand(), memberId))
        .map(
            found ->
                found
                    .map(MemberEntity::toMember)
                    .map(Result::done)
                    .orElseGet(() -> Result.refused(ErrorCode.NOT_FOUND)));
  }

  @Override
  public Uni<Optional<Member>> find(Caller caller, UUID memberId) {
    return sessions
        .run(caller, session -> members.find(caller.brand(), memberId))
        .map(found -> found.map(MemberEntity::toMember));
  }

  private Uni<Result<Member>> createInBrand(
      Mutiny.Session session,
      Caller caller,
      NewMember member,
      String hash,
      @Nullable RequestKey key,
      Stamp stamp) {
    return brands
        .count("id", member.brandId())
        .chain(
            count ->
                count == 0
                    ? refused(ErrorCode.NOT_FOUND)
                    : createOnce(
                        session, caller, new MemberEntity(stamp, member, hash), key, stamp.id()));
  }

  private Uni<Result<Member>> createOnce(
      Mutiny.Session session,
      Caller caller,
      MemberEntity member,
      @Nullable RequestKey key,
      UUID id) {
    return keys.claim(session, caller, key, id)
        .chain(
            claim ->
                claim.<Uni<Result<Member>>>fold(
                    fresh -> insert(session, caller, member),
                    earlier -> answer(members.findById(earlier)),
                    () -> refused(ErrorCode.IDEMPOTENCY_KEY_REUSED)));
  }

  /** Checked before, because Hibernate logs what the index refuses; it alone settles races. */
  private Uni<Result<Member>> insert(Mutiny.Session session, Caller caller, MemberEntity member) {
    String username = member.toMember().username();
    return members
        .count("username", username)
        .chain(
            count ->
                count == 0
                    ? answer(
                        members
                            .persistAndFlush(member)
                            .call(made -> record(session, caller, made.toMember())))
                    : withoutKey(session, refused(ErrorCode.USERNAME_TAKEN, username)));
  }

  private Uni<Void> record(Mutiny.Session session, Caller caller, Member made) {
    Deed deed =
        new Deed(
            AuditAction.MEMBER_CREATED,
            made.brandId(),
            made.id(),
            Map.of("username", made.username(), "role", made.role().wireName()));
    return audit.record(session, caller, deed);
  }

  /** A refused call must not keep the key it has claimed. */
  private static Uni<Result<Member>> withoutKey(
      Mutiny.Session session, Uni<Result<Member>> refusal) {
    session.currentTransaction().markForRollback();
    return refusal;
  }

  private static Uni<Result<Member>> answer(Uni<MemberEntity> member) {
    return member.map(MemberEntity::toMember).map(Result::done);
  }

  private static Uni<Result<Member>> refused(ErrorCode code, Object... arguments) {
    return refused(Refusal.of(code, arguments));
  }

  private static Uni<Result<Member>> refused(Refusal refusal) {
    return Uni.createFrom().item(Result.refused(refusal));
  }
}
