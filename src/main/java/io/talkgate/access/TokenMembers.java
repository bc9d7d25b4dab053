package io.talkgate.access;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Stamp;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.DeskDatabase;
import io.talkgate.platform.database.Scope;
import io.talkgate.platform.database.Transactions;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * The members whom an issuer knows. They have a row like others, made and kept up to date by their
 * tokens, so that they can be assigned, audited and disabled.
 */
@Singleton
class TokenMembers {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private static final String FIND =
      """
      select brand_id, id, name, role, disabled_at is not null as disabled from members
      where issuer = $1 and subject = $2 and brand_id is not distinct from $3
      """;

  /** Nothing for a brand that does not exist. */
  private static final String KEEP =
      """
      insert into members
        (brand_id, id, username, name, role, password_hash, created_at, issuer, subject)
      select $1::uuid, $2::uuid, $3::text, $4::text, $5::text, $6::text, $7::timestamptz, $8::text, $9::text
      where $1::uuid is null or exists (select from brands where id = $1::uuid)
      on conflict (issuer, subject, brand_id) where issuer is not null
        do update set name = excluded.name, role = excluded.role
      returning brand_id, id, name, role, disabled_at is not null as disabled
      """;

  private final Transactions transactions;
  private final Passwords passwords;
  private final Stamps stamps;

  TokenMembers(DeskDatabase database, Passwords passwords, Stamps stamps) {
    this.transactions = database.as(Scope.of(DatabaseRole.LOGIN));
    this.passwords = passwords;
    this.stamps = stamps;
  }

  /** The member as a caller; empty if disabled, or of a brand that does not exist. */
  Uni<Optional<Caller>> caller(TokenSubject subject) {
    return run(FIND, Tuple.of(subject.issuer(), subject.subject(), subject.brandId()))
        .chain(found -> isUpToDate(found, subject) ? item(found) : keep(subject))
        .map(TokenMembers::callerIn);
  }

  private Uni<RowSet<Row>> keep(TokenSubject subject) {
    Stamp stamp = stamps.next();
    return run(
        KEEP,
        Tuple.from(
            Arrays.asList(
                subject.brandId(),
                stamp.id(),
                subject.username(),
                subject.name(),
                subject.role().name(),
                passwords.ofNobody(),
                Columns.time(stamp.at()),
                subject.issuer(),
                subject.subject())));
  }

  private static boolean isUpToDate(RowSet<Row> found, TokenSubject subject) {
    for (Row row : found) {
      return row.getString("name").equals(subject.name())
          && row.getString("role").equals(subject.role().name());
    }
    return false;
  }

  private static Optional<Caller> callerIn(RowSet<Row> found) {
    for (Row row : found) {
      return row.getBoolean("disabled") ? Optional.empty() : Optional.of(Accounts.caller(row));
    }
    return Optional.empty();
  }

  private static Uni<RowSet<Row>> item(RowSet<Row> rows) {
    return Uni.createFrom().item(rows);
  }

  private Uni<RowSet<Row>> run(String sql, Tuple values) {
    return transactions.query(sql, values).ifNoItem().after(LIMIT).fail();
  }
}
