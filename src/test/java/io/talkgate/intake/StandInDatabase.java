package io.talkgate.intake;

import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.EventApplier;
import io.talkgate.consultation.ReceivedEvent;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A ledger in memory: keeps all, some or nothing of what it is given, and may not say so. */
final class StandInDatabase implements EventApplier {
  private final Random random;
  private final Map<UUID, ReceivedEvent> ledger = new LinkedHashMap<>();
  private boolean healthy;
  Consumer<List<ReceivedEvent>> meanwhile = events -> {};

  StandInDatabase(Random random) {
    this.random = random;
  }

  void heal() {
    healthy = true;
  }

  List<ReceivedEvent> ledger() {
    return List.copyOf(ledger.values());
  }

  /** The drainer's way: answered at once, one way or another, while others go on. */
  @Override
  public Uni<List<ReceivedEvent>> keep(List<ReceivedEvent> events) {
    meanwhile.accept(events);
    int dice = healthy ? 0 : random.nextInt(10);
    if (dice == 9) {
      return Uni.createFrom().failure(new ConnectException("away"));
    }
    if (dice == 7 && events.size() > 1) {
      return Uni.createFrom().failure(new IllegalStateException("to be halved"));
    }
    List<ReceivedEvent> held = commit(events);
    return dice == 8
        ? Uni.createFrom().failure(new ConnectException("committed, but nobody heard of it"))
        : Uni.createFrom().item(held);
  }

  @Override
  public Uni<List<ReceivedEvent>> keepNew(List<ReceivedEvent> events) {
    throw new AssertionError("what the drainer brings may have been kept before");
  }

  /** Keeps all but those of customers whose rows are held. */
  List<ReceivedEvent> commit(List<ReceivedEvent> events) {
    Set<Customer> heldRows = new HashSet<>();
    for (Customer customer : events.stream().map(Customer::of).collect(Collectors.toSet())) {
      if (!healthy && random.nextInt(4) == 0) {
        heldRows.add(customer);
      }
    }
    List<ReceivedEvent> held = new ArrayList<>();
    for (ReceivedEvent event : events) {
      if (heldRows.contains(Customer.of(event))) {
        held.add(event);
      } else {
        ledger.putIfAbsent(event.stamp().id(), event);
      }
    }
    return held;
  }
}
