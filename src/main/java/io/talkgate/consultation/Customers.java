package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.Audit;
import io.talkgate.access.AuditAction;
import io.talkgate.access.BrandTransactions;
import io.talkgate.access.Caller;
import io.talkgate.access.Deed;
import io.talkgate.platform.Result;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import io.talkgate.platform.problem.ErrorCode;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What agents read and do about customers, scoped by the caller's brand: others are refused with
 * NOT_FOUND.
 */
@Singleton
public class Customers {
  private static final String GET =
      "select "
          + SnapshotReader.CUSTOMER_COLUMNS
          + " from customers c where c.brand_id = $1 and c.id = $2";
  private static final String SET_GRADE =
      "update customers set grade = $3 where brand_id = $1 and id = $2";
  private static final String SET_BLOCKED =
      "update customers set blocked = $3 where brand_id = $1 and id = $2";

  private final BrandTransactions brands;
  private final ConsultationLock lock;
  private final ConsultationWriter writer;
  private final ProfileWriter profiles;
  private final SnapshotReader snapshots;
  private final MessageReads messages;
  private final Audit audit;
  private final Stamps stamps;

  Customers(
      BrandTransactions brands,
      ConsultationLock lock,
      ConsultationWriter writer,
      ProfileWriter profiles,
      SnapshotReader snapshots,
      MessageReads messages,
      Audit audit,
      Stamps stamps) {
    this.brands = brands;
    this.lock = lock;
    this.writer = writer;
    this.profiles = profiles;
    this.snapshots = snapshots;
    this.messages = messages;
    this.audit = audit;
    this.stamps = stamps;
  }

  /** One customer, with all that is known of the person; the audit notes who has seen it. */
  public Uni<Result<Customer>> get(Caller caller, UUID id) {
    return brands
        .of(caller)
        .runRefusable(
            connection ->
                get(connection, caller, id)
                    .call(
                        found ->
                            found.<Uni<?>>fold(
                                customer ->
                                    record(connection, caller, AuditAction.CUSTOMER_READ, id),
                                refusal -> Uni.createFrom().voidItem())))
        .map(found -> found.map(customer -> Masking.customer(caller, customer)));
  }

  /**
   * The whole timeline: messages of all consultations and of none, by time, then id; {@code
   * newestFirst} turns it round.
   */
  public Uni<Result<Page<Message>>> messages(
      Caller caller, UUID id, boolean newestFirst, PageRequest page) {
    return brands
        .of(caller)
        .run(connection -> get(connection, caller, id))
        .chain(
            found ->
                found.fold(
                    customer ->
                        messages
                            .page(caller, "m.customer_id = ?", id, newestFirst, page)
                            .map(part -> part.map(message -> Masking.message(caller, message)))
                            .map(Result::done),
                    refusal -> Uni.createFrom().item(Result.refused(refusal))));
  }

  /**
   * Blocks the customer and closes what is open; further events are kept on the timeline and open
   * nothing.
   */
  public Uni<Result<Customer>> block(Caller caller, UUID id) {
    return change(
        caller,
        id,
        AuditAction.CUSTOMER_BLOCKED,
        (connection, customer) ->
            setBlocked(connection, customer, true)
                .chain(() -> closeOpen(connection, caller, customer)));
  }

  /**
   * Says what agents are to know of the customer.
   *
   * @param grade null for nothing
   */
  public Uni<Result<Customer>> setGrade(Caller caller, UUID id, @Nullable Grade grade) {
    Tuple values = Tuple.of(caller.brand(), id, grade == null ? null : grade.name());
    return change(
        caller,
        id,
        AuditAction.CUSTOMER_GRADED,
        (connection, customer) ->
            connection.preparedQuery(SET_GRADE).execute(values).replaceWithVoid());
  }

  /** Takes the block away. */
  public Uni<Result<Customer>> unblock(Caller caller, UUID id) {
    return change(
        caller,
        id,
        AuditAction.CUSTOMER_UNBLOCKED,
        (connection, customer) -> setBlocked(connection, customer, false));
  }

  /**
   * Erases nickname, cellphone and address, in the ledger, too; a profile event from before this
   * moment brings nothing back.
   */
  public Uni<Result<Customer>> eraseProfile(Caller caller, UUID id) {
    Instant now = stamps.next().at();
    return change(
        caller,
        id,
        AuditAction.CUSTOMER_PROFILE_ERASED,
        (connection, customer) -> profiles.erase(connection, customer, now));
  }

  private Uni<Result<Customer>> change(
      Caller caller,
      UUID id,
      AuditAction action,
      BiFunction<SqlConnection, CustomerRow, Uni<Void>> work) {
    return brands
        .of(caller)
        .runRefusable(
            connection ->
                lock.takeCustomer(connection, caller.brand(), id)
                    .chain(
                        found ->
                            found
                                .map(
                                    customer ->
                                        work.apply(connection, customer)
                                            .chain(() -> record(connection, caller, action, id))
                                            .chain(() -> get(connection, caller, id)))
                                .orElseGet(
                                    () ->
                                        Uni.createFrom()
                                            .item(Result.refused(ErrorCode.NOT_FOUND)))));
  }

  /** As it is; nobody notes it. */
  Uni<Result<Customer>> get(SqlClient client, Caller caller, UUID id) {
    return client
        .preparedQuery(GET)
        .execute(Tuple.of(caller.brand(), id))
        .map(rows -> ConsultationReads.only(rows, snapshots::customer));
  }

  private Uni<Void> record(SqlConnection connection, Caller caller, AuditAction action, UUID id) {
    return audit.record(connection, caller, new Deed(action, caller.brand(), id));
  }

  private static Uni<Void> setBlocked(
      SqlConnection connection, CustomerRow customer, boolean blocked) {
    return connection
        .preparedQuery(SET_BLOCKED)
        .execute(Tuple.of(customer.brandId(), customer.id(), blocked))
        .replaceWithVoid();
  }

  private Uni<Void> closeOpen(SqlConnection connection, Caller caller, CustomerRow customer) {
    return lock.open(connection, customer)
        .chain(
            open -> {
              open.ifPresent(
                  draft -> draft.close(CloseReason.BLOCKED, stamps.next().at(), Actor.of(caller)));
              return writer.write(connection, open.map(List::of).orElseGet(List::of));
            });
  }
}
