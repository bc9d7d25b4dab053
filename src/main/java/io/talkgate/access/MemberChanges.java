package io.talkgate.access;

import static java.util.Objects.requireNonNullElse;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Result;
import io.talkgate.platform.problem.ErrorCode;
import io.talkgate.platform.problem.Refusal;
import io.talkgate.platform.problem.ValueRule;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * What becomes of members after they were created. Nobody is deleted: what they did stays theirs.
 */
@Singleton
public class MemberChanges {
  private static final String CHANGE =
      """
      update members set name = $2, role = $3,
        disabled_at = case when $4 then coalesce(disabled_at, $5) end,
        sessions_since = case when $4 then $5 else sessions_since end
      where id = $1
      """;

  private final BrandTransactions transactions;
  private final Passwords passwords;
  private final Audit audit;
  private final Clock clock;

  MemberChanges(BrandTransactions transactions, Passwords passwords, Audit audit, Clock clock) {
    this.transactions = transactions;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Changes a member. It holds from the member's next call on; disabling ends the sessions.
   *
   * @param caller an owner, for the own brand, or an operator, for any
   * @return refused with NOT_FOUND, VALIDATION for an operator's role, LAST_OWNER
   */
  public Uni<Result<Member>> change(Caller caller, UUID memberId, MemberChange change) {
    return withMember(
        caller,
        memberId,
        connection -> locked -> change(connection, caller, locked, changed(locked, change)));
  }

  /**
   * Gives a member a new password and ends the sessions.
   *
   * @param caller an owner, for the own brand, or an operator, for any
   * @return refused with NOT_FOUND, VALIDATION, MEMBER_OF_ISSUER
   */
  public Uni<Result<Member>> resetPassword(Caller caller, UUID memberId, String password) {
    return passwords
        .hash(password)
        .chain(
            hash ->
                withMember(
                    caller,
                    memberId,
                    connection ->
                        locked -> setPassword(connection, caller, locked, password, hash)));
  }

  private Uni<Result<Member>> withMember(
      Caller caller,
      UUID memberId,
      Function<SqlConnection, Function<LockedMembers, Uni<Result<Member>>>> work) {
    return transactions
        .of(caller)
        .runRefusable(
            connection ->
                LockedMembers.lock(
                        connection, memberId, caller.isOperator() ? null : caller.brand())
                    .chain(
                        found ->
                            found
                                .map(work.apply(connection))
                                .orElseGet(() -> refused(Refusal.of(ErrorCode.NOT_FOUND)))));
  }

  private static Member changed(LockedMembers locked, MemberChange change) {
    Member member = locked.member();
    return new Member(
        member.id(),
        member.brandId(),
        member.username(),
        requireNonNullElse(change.name(), member.name()),
        requireNonNullElse(change.role(), member.role()),
        requireNonNullElse(change.disabled(), member.disabled()));
  }

  private Uni<Result<Member>> change(
      SqlConnection connection, Caller caller, LockedMembers locked, Member after) {
    Member before = locked.member();
    if (before.role() == Role.OPERATOR && after.role() != Role.OPERATOR) {
      return refused(Refusal.invalid("role", ValueRule.ONE_OF, Role.OPERATOR_NAME));
    }
    if (!locked.replaceable() && (after.role() != before.role() || after.disabled())) {
      return refused(Refusal.of(ErrorCode.LAST_OWNER));
    }
    return connection
        .preparedQuery(CHANGE)
        .execute(
            Tuple.of(
                after.id(),
                after.name(),
                after.role().name(),
                after.disabled(),
                OffsetDateTime.now(clock)))
        .chain(() -> record(connection, caller, before, after))
        .replaceWith(Result.done(after));
  }

  private Uni<Result<Member>> setPassword(
      SqlConnection connection, Caller caller, LockedMembers locked, String password, String hash) {
    Member member = locked.member();
    if (member.username().startsWith(TokenSubject.USERNAMES)) {
      return refused(Refusal.of(ErrorCode.MEMBER_OF_ISSUER));
    }
    if (PasswordRules.isUserName(password, member.username())) {
      return refused(Refusal.invalid("password", ValueRule.NOT_THE_USER_NAME));
    }
    return connection
        .preparedQuery("update members set password_hash = $2, sessions_since = $3 where id = $1")
        .execute(Tuple.of(member.id(), hash, OffsetDateTime.now(clock)))
        .chain(
            () ->
                audit.record(
                    connection,
                    caller,
                    new Deed(AuditAction.MEMBER_PASSWORD_RESET, member.brandId(), member.id())))
        .replaceWith(Result.done(member));
  }

  /** Names are not kept two years; that a name was changed is. */
  private Uni<Void> record(SqlConnection connection, Caller caller, Member before, Member after) {
    if (before.equals(after)) {
      return Uni.createFrom().voidItem();
    }
    Map<String, String> details = new LinkedHashMap<>();
    if (!before.name().equals(after.name())) {
      details.put("name", "changed");
    }
    if (before.role() != after.role()) {
      details.put("role", before.role().wireName() + " -> " + after.role().wireName());
    }
    if (before.disabled() != after.disabled()) {
      details.put("disabled", Boolean.toString(after.disabled()));
    }
    Deed deed = new Deed(AuditAction.MEMBER_CHANGED, after.brandId(), after.id(), details);
    return audit.record(connection, caller, deed);
  }

  private static Uni<Result<Member>> refused(Refusal refusal) {
    return Uni.createFrom().item(Result.refused(refusal));
  }
}
