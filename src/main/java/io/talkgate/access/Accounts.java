package io.talkgate.access;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.DeskDatabase;
import io.talkgate.platform.database.Scope;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * Finds the member of a user name who may log in. By plain SQL: a login runs before the call's
 * Hibernate session exists.
 */
@Singleton
class Accounts {
  private static final Duration LIMIT = Duration.ofSeconds(5);
  private static final String BY_USERNAME =
      """
      select brand_id, id, name, role, password_hash from members
      where username = $1 and disabled_at is null
      """;

  private final Transactions transactions;

  Accounts(DeskDatabase database) {
    this.transactions = database.as(Scope.of(DatabaseRole.LOGIN));
  }

  /** Empty if nobody has the name. */
  Uni<Optional<Account>> find(String username) {
    if (username.indexOf('\0') >= 0) {
      return Uni.createFrom().item(Optional.empty());
    }
    return transactions
        .query(BY_USERNAME, Tuple.of(username))
        .ifNoItem()
        .after(LIMIT)
        .fail()
        .map(
            rows -> {
              RowIterator<Row> found = rows.iterator();
              return found.hasNext()
                  ? Optional.of(account(username, found.next()))
                  : Optional.empty();
            });
  }

  /** The caller of a row of the table of members. */
  static Caller caller(Row member) {
    return new Caller(
        member.getUUID("id"),
        member.getUUID("brand_id"),
        Role.valueOf(member.getString("role")),
        member.getString("name"));
  }

  private static Account account(String username, Row row) {
    return new Account(username, caller(row), row.getString("password_hash"));
  }
}
