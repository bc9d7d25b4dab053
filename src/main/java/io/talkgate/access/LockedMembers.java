package io.talkgate.access;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A member who is to be changed, locked together with those who could take the member's place: of
 * two owners who disable each other at the same time, the second sees what the first has done.
 *
 * @param member the member as it is now
 * @param replaceable true unless the member is the last who can log in as owner of the brand, or as
 *     operator
 */
record LockedMembers(Member member, boolean replaceable) {
  /** Without a lock, to learn of which brand the member is, which never changes. */
  private static final String BRAND =
      "select brand_id from members where id = $1 and ($2::uuid is null or brand_id = $2)";

  /** In the order of their ids, so that two of these cannot lock each other out. */
  private static final String LOCK =
      """
      select id, brand_id, username, name, role, disabled_at is not null as disabled from members
      where id = $1
        or (brand_id is not distinct from $2 and role in ('OWNER', 'OPERATOR') and disabled_at is null)
      order by id for no key update
      """;

  /**
   * Locks them until the transaction ends.
   *
   * @param scope the brand whose members the caller sees; null for an operator, who sees all
   * @return empty if the caller sees no such member
   */
  static Uni<Optional<LockedMembers>> lock(
      SqlConnection connection, UUID memberId, @Nullable UUID scope) {
    return connection
        .preparedQuery(BRAND)
        .execute(Tuple.of(memberId, scope))
        .chain(
            rows ->
                rows.size() == 0
                    ? Uni.createFrom().item(Optional.empty())
                    : connection
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(memberId, rows.iterator().next().getUUID("brand_id")))
                        .map(locked -> Optional.of(of(memberId, locked))));
  }

  private static LockedMembers of(UUID memberId, RowSet<Row> rows) {
    var all = StreamSupport.stream(rows.spliterator(), false).map(LockedMembers::member).toList();
    Member member = all.stream().filter(m -> m.id().equals(memberId)).findFirst().orElseThrow();
    boolean others = all.stream().anyMatch(m -> !m.id().equals(memberId) && isHead(m));
    return new LockedMembers(member, others || !isHead(member));
  }

  private static boolean isHead(Member member) {
    return !member.disabled() && (member.role() == Role.OWNER || member.role() == Role.OPERATOR);
  }

  private static Member member(Row row) {
    return new Member(
        row.getUUID("id"),
        row.getUUID("brand_id"),
        row.getString("username"),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        row.getBoolean("disabled"));
  }
}
