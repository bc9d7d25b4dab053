package io.talkgate.intake;

import io.talkgate.consultation.ReceivedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Which events go to the spool: all of them while the database is away, and those of customers of
 * whom something is still spooled, so that nothing overtakes it. Of what an earlier run left nobody
 * knows whose it is: until it is drained, all events go there.
 */
@ApplicationScoped
class Diverted {
  private final Map<UUID, Customer> noted = new ConcurrentHashMap<>();
  private final Map<Customer, Integer> spooled = new ConcurrentHashMap<>();
  private final AtomicLong ofUnknown = new AtomicLong();
  private final AtomicBoolean databaseAway = new AtomicBoolean();

  private record Customer(UUID linkId, @Nullable String user) {}

  /** The spool holds so many records of an earlier run. */
  void foundOfUnknown(long records) {
    ofUnknown.set(records);
  }

  /** The spool is empty: whoever is still noted was lost to damage, and waits for nothing. */
  void nothingLeft() {
    ofUnknown.set(0);
  }

  boolean isDiverted(ReceivedEvent event) {
    return databaseAway.get() || ofUnknown.get() > 0 || spooled.containsKey(customer(event));
  }

  /** True if this is news. */
  boolean databaseIsAway() {
    return databaseAway.compareAndSet(false, true);
  }

  /** True if this is news. */
  boolean databaseIsBack() {
    return databaseAway.compareAndSet(true, false);
  }

  boolean isDatabaseAway() {
    return databaseAway.get();
  }

  /** An event is about to be spooled. */
  void note(ReceivedEvent event) {
    Customer customer = customer(event);
    if (noted.putIfAbsent(event.stamp().id(), customer) == null) {
      spooled.merge(customer, 1, Integer::sum);
    }
  }

  /** A record with this identifier is in the database, or was not written after all. */
  void settle(UUID id) {
    Customer customer = noted.remove(id);
    if (customer != null) {
      spooled.computeIfPresent(customer, (key, count) -> count == 1 ? null : count - 1);
    } else {
      ofUnknown.updateAndGet(count -> Math.max(0, count - 1));
    }
  }

  private static Customer customer(ReceivedEvent event) {
    return new Customer(event.linkId(), event.user());
  }
}
