package io.talkgate.consultation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is held until the transaction ends, and what stands behind it.
 *
 * @param links the links' standing
 * @param customers the rows that nobody else held
 * @param parking those of them who have parked events
 * @param latest the open consultation of a customer, else the one closed last
 * @param awaiting our messages to a customer without an echo, oldest first
 */
record Held(
    Map<UUID, LinkStanding> links,
    List<CustomerRow> customers,
    Set<CustomerKey> parking,
    Map<UUID, ConsultationRow> latest,
    Map<UUID, List<AwaitingEcho>> awaiting) {
  Set<CustomerKey> keys() {
    return customers.stream().map(CustomerRow::key).collect(Collectors.toSet());
  }

  boolean isApproved(CustomerKey key) {
    LinkStanding link = links.get(key.linkId());
    return link != null && link.approved();
  }

  /** Those of the customers of approved links who have no row, or one that somebody else holds. */
  List<CustomerKey> missing(List<CustomerKey> keys) {
    Set<CustomerKey> found = keys();
    return keys.stream().filter(key -> isApproved(key) && !found.contains(key)).toList();
  }

  Held with(List<CustomerRow> made) {
    List<CustomerRow> all = Stream.concat(customers.stream(), made.stream()).toList();
    return new Held(links, all, parking, latest, awaiting);
  }

  Held with(Map<UUID, List<AwaitingEcho>> more) {
    Map<UUID, List<AwaitingEcho>> all = new HashMap<>(awaiting);
    all.putAll(more);
    return new Held(links, customers, parking, latest, all);
  }
}
