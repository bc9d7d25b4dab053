package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.database.Columns;
import io.talkgate.platform.sealing.Owner;
import io.talkgate.platform.sealing.SealedColumn;
import io.talkgate.platform.sealing.Sealing;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes what customers tell of themselves, and erases what they take back. Each field has its
 * time, so that an older event that arrives late brings nothing back.
 */
@Singleton
class ProfileWriter {
  private static final String WRITE =
      """
      update customers set %1$s = $3, %1$s_at = $4
      where brand_id = $1 and id = $2 and (%1$s_at is null or %1$s_at <= $4)
      """;

  private static final String NICKNAME = "nickname";
  private static final String CELLPHONE = "cellphone";
  private static final String ADDRESS = "address";

  private final Sealing sealing;
  private final EventLedger ledger;

  ProfileWriter(Sealing sealing, EventLedger ledger) {
    this.sealing = sealing;
    this.ledger = ledger;
  }

  /** Writes the profile changes of these scenes, in the order in which they came. */
  Uni<Void> write(SqlConnection connection, List<Scene> scenes) {
    List<Uni<Void>> writes =
        scenes.stream()
            .flatMap(
                scene ->
                    scene.profiles().stream()
                        .flatMap(change -> writes(connection, scene.customer(), change).stream()))
            .toList();
    return writes.isEmpty()
        ? Uni.createFrom().voidItem()
        : Uni.join().all(writes).andFailFast().replaceWithVoid();
  }

  /** Erases everything, as if the customer had taken it back at that time. */
  Uni<Void> erase(SqlConnection connection, CustomerRow customer, Instant at) {
    return write(connection, customer, NICKNAME, null, at)
        .chain(() -> write(connection, customer, CELLPHONE, null, at))
        .chain(() -> write(connection, customer, ADDRESS, null, at))
        .chain(() -> ledger.forgetProfiles(connection, customer, at));
  }

  private List<Uni<Void>> writes(
      SqlConnection connection, CustomerRow customer, ProfileChange change) {
    Buffer cellphone = seal(customer, CELLPHONE, change.cellphone());
    Buffer address =
        seal(customer, ADDRESS, change.address() == null ? null : Json.text(change.address()));
    return List.of(
        write(connection, customer, change, NICKNAME, change.nickname()),
        write(connection, customer, change, CELLPHONE, cellphone),
        write(connection, customer, change, ADDRESS, address),
        change.withdrawsAny()
            ? ledger.forgetProfiles(connection, customer, change.at())
            : Uni.createFrom().voidItem());
  }

  private static Uni<Void> write(
      SqlConnection connection,
      CustomerRow customer,
      ProfileChange change,
      String field,
      @Nullable Object told) {
    if (change.withdraws(field)) {
      return write(connection, customer, field, null, change.at());
    }
    return change.tells() && told != null
        ? write(connection, customer, field, told, change.at())
        : Uni.createFrom().voidItem();
  }

  private static Uni<Void> write(
      SqlConnection connection,
      CustomerRow customer,
      String field,
      @Nullable Object value,
      Instant at) {
    Tuple values =
        Tuple.tuple()
            .addValue(customer.brandId())
            .addValue(customer.id())
            .addValue(value)
            .addValue(Columns.time(at));
    return connection.preparedQuery(WRITE.formatted(field)).execute(values).replaceWithVoid();
  }

  private @Nullable Buffer seal(CustomerRow customer, String field, @Nullable String plain) {
    return plain == null
        ? null
        : Buffer.buffer(sealing.seal(plain, owner(customer.brandId(), customer.id(), field)));
  }

  /** What a sealed profile field belongs to. */
  static Owner owner(UUID brandId, UUID customerId, String field) {
    return new SealedColumn("customers", field).owner(brandId, customerId);
  }
}
