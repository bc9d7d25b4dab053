package io.talkgate.consultation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What was there before a transaction's events.
 *
 * @param keys all customers whom they are about
 * @param parked events kept before, of customers whose rows are held here
 * @param kept identifiers of arrived events that were kept before
 * @param backlog customers who have more parked events than were read
 */
record Before(
    Held held,
    List<CustomerKey> keys,
    List<LedgerEntry> parked,
    Set<UUID> kept,
    Set<CustomerKey> backlog) {

  Before(Held held, List<CustomerKey> keys, Set<UUID> kept) {
    this(held, keys, List.of(), kept, Set.of());
  }

  Before with(Held more, List<LedgerEntry> read) {
    return new Before(more, keys, read, kept, backlog);
  }

  Before with(Map<UUID, List<AwaitingEcho>> awaiting, Set<CustomerKey> more) {
    return new Before(held.with(awaiting), keys, parked, kept, more);
  }
}
