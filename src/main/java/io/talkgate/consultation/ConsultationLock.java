package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.Result;
import io.talkgate.platform.Stamps;
import io.talkgate.platform.problem.ErrorCode;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowIterator;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Takes the lock that everybody takes who changes a consultation: the customer's row (design §4).
 */
@Singleton
class ConsultationLock {
  private static final String LOCK_OF_CONSULTATION =
      """
      select %s from customers
      where brand_id = $1 and id = (select customer_id from consultations where brand_id = $1 and id = $2)
      for update
      """
          .formatted(Rows.CUSTOMER);
  private static final String LOCK_CUSTOMER =
      "select " + Rows.CUSTOMER + " from customers where brand_id = $1 and id = $2 for update";
  private static final String READ =
      "select " + Rows.CONSULTATION + " from consultations where brand_id = $1 and id = $2";
  private static final String READ_OPEN =
      "select "
          + Rows.CONSULTATION
          + " from consultations where brand_id = $1 and customer_id = $2 and status <> 'CLOSED'";

  private final Stamps stamps;

  ConsultationLock(Stamps stamps) {
    this.stamps = stamps;
  }

  /** A consultation with its customer, both as they stand under the lock. */
  record Held(CustomerRow customer, ConsultationDraft consultation) {}

  /**
   * Locks a consultation's customer and reads the consultation; NOT_FOUND if the brand has none
   * with this id.
   */
  Uni<Result<Held>> take(SqlConnection connection, UUID brandId, UUID consultationId) {
    return first(connection, LOCK_OF_CONSULTATION, brandId, consultationId, Rows::customer)
        .chain(
            customer ->
                customer
                    .map(held -> read(connection, held, consultationId))
                    .orElseGet(() -> Uni.createFrom().item(Result.refused(ErrorCode.NOT_FOUND))));
  }

  /** Locks a customer; empty if the brand has none with this id. */
  Uni<Optional<CustomerRow>> takeCustomer(SqlConnection connection, UUID brandId, UUID customerId) {
    return first(connection, LOCK_CUSTOMER, brandId, customerId, Rows::customer);
  }

  /** The open consultation of a locked customer. */
  Uni<Optional<ConsultationDraft>> open(SqlConnection connection, CustomerRow customer) {
    return first(connection, READ_OPEN, customer.brandId(), customer.id(), this::draft);
  }

  private Uni<Result<Held>> read(
      SqlConnection connection, CustomerRow customer, UUID consultationId) {
    return first(connection, READ, customer.brandId(), consultationId, this::draft)
        .map(
            found ->
                found
                    .<Result<Held>>map(draft -> Result.done(new Held(customer, draft)))
                    .orElseGet(() -> Result.refused(ErrorCode.NOT_FOUND)));
  }

  private ConsultationDraft draft(Row row) {
    return new ConsultationDraft(Rows.consultation(row), stamps::id);
  }

  private static <T> Uni<Optional<T>> first(
      SqlConnection connection, String sql, UUID brandId, UUID id, Function<Row, T> read) {
    return connection
        .preparedQuery(sql)
        .execute(Tuple.of(brandId, id))
        .map(
            rows -> {
              RowIterator<Row> iterator = rows.iterator();
              return iterator.hasNext()
                  ? Optional.of(read.apply(iterator.next()))
                  : Optional.empty();
            });
  }
}
