package io.talkgate.consultation;

import java.util.Comparator;
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
}
