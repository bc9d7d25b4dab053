package io.talkgate.access;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Stamp;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.DeskDatabase;
import io.talkgate.platform.database.Scope;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the demo brand and its accounts; what is there already stays as it is. */
@Singleton
class DemoSeed {
  /** Always the same, so that a second start, or a second replica, finds it. */
  static final UUID BRAND = UUID.fromString("01900000-0000-7000-8000-000000000001");

  private static final String MISSING =
      "select count(*) < $2 as missing from members where username = any($1)";
  private static final String ADD_BRAND =
      "insert into brands (id, name, created_at) values ($1, $2, $3) on conflict do nothing";
  private static final String ADD_MEMBER =
      """
      insert into members (brand_id, id, username, name, role, password_hash, created_at)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing
      """;

  private final Transactions transactions;
  private final Passwords passwords;
  private final Stamps stamps;
  private final ResourceBundle names = ResourceBundle.getBundle("demo.names");

  DemoSeed(DeskDatabase database, Passwords passwords, Stamps stamps) {
    this.transactions = database.as(Scope.of(DatabaseRole.OPERATOR));
    this.passwords = passwords;
    this.stamps = stamps;
  }

  /** Writes what is missing. */
  Uni<Void> write() {
    String[] usernames = DemoAccount.usernames().toArray(String[]::new);
    return transactions
        .query(MISSING, Tuple.of(usernames, (long) usernames.length))
        .map(rows -> rows.iterator().next().getBoolean("missing"))
        .chain(missing -> missing ? writeMissing() : Uni.createFrom().voidItem());
  }

  /** One hash does for all: they share a password that everybody knows. */
  private Uni<Void> writeMissing() {
    return passwords
        .hash(DemoAccount.PASSWORD)
        .chain(hash -> transactions.run(connection -> writeAll(connection, hash)));
  }

  private Uni<Void> writeAll(SqlConnection connection, String hash) {
    Uni<Void> written = addBrand(connection);
    for (DemoAccount account : DemoAccount.ALL) {
      written = written.chain(() -> addMember(connection, account, hash));
    }
    return written;
  }

  private Uni<Void> addBrand(SqlConnection connection) {
    return connection
        .preparedQuery(ADD_BRAND)
        .execute(
            Tuple.of(BRAND, names.getString("brand"), stamps.next().at().atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }

  private Uni<Void> addMember(SqlConnection connection, DemoAccount account, String hash) {
    Stamp stamp = stamps.next();
    return connection
        .preparedQuery(ADD_MEMBER)
        .execute(
            Tuple.from(
                new @Nullable Object[] {
                  account.role() == Role.OPERATOR ? null : BRAND,
                  stamp.id(),
                  account.username(),
                  names.getString(account.username()),
                  account.role().name(),
                  hash,
                  stamp.at().atOffset(ZoneOffset.UTC)
                }))
        .replaceWithVoid();
  }
}
