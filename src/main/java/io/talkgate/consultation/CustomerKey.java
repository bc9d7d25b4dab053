package io.talkgate.consultation;

import io.talkgate.platform.database.Columns;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Names a customer before anybody knows whether there is a row for them. */
record CustomerKey(UUID brandId, UUID linkId, String user) {
  /**
   * Rows are made in this order by everybody, so that two transactions never wait for each other.
   */
  static final Comparator<CustomerKey> ORDER =
      Comparator.comparing(CustomerKey::brandId)
          .thenComparing(CustomerKey::linkId)
          .thenComparing(CustomerKey::user);

  /** Brands, links and users, an array a parameter. */
  static Tuple columns(List<CustomerKey> keys) {
    return Tuple.of(
        Columns.uuids(keys, CustomerKey::brandId),
        Columns.uuids(keys, CustomerKey::linkId),
        Columns.texts(keys, CustomerKey::user));
  }
}
