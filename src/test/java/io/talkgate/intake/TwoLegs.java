package io.talkgate.intake;

import static java.util.stream.Collectors.toMap;

import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.ReceivedEvent;
import io.talkgate.intake.spool.SpooledEvent;
import io.talkgate.intake.spool.UnresolvedCall;
import io.talkgate.link.TokenOwner;
import io.talkgate.link.WebhookTokens;
import io.talkgate.platform.Stamp;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * The deciding and the draining between stand-ins for database and disk, driven by dice. Events are
 * numbered in the order in which they come.
 */
final class TwoLegs {
  private static final UUID BRAND = new UUID(2, 2);
  private static final UUID LINK = new UUID(1, 1);
  private static final String[] USERS = {"kim", "lee", "park"};
  private static final int HEALING = 60;

  private final Random random;
  private final boolean diskFails;
  private final StandInDisk disk;
  private final StandInDatabase database;
  private final Spooled spooled;
  private final Legs legs;
  private final DrainPass pass;
  private final List<List<WaitingEvent>> inFlight = new ArrayList<>();
  private final List<List<WaitingEvent>> inDoubt = new ArrayList<>();
  private final Map<Integer, Boolean> answers = new HashMap<>();
  private final Map<Customer, Streaming> streaming = new HashMap<>();
  private final StringJoiner faults = new StringJoiner("; ");
  private boolean draining;
  private boolean healed;
  private long now;
  private int taken;

  TwoLegs(Random random, boolean diskFails) {
    this.random = random;
    this.diskFails = diskFails;
    this.disk = new StandInDisk(random);
    this.database = new StandInDatabase(random);
    this.spooled = new Spooled(disk, Long.MAX_VALUE);
    this.legs = new Legs(spooled, new SpoolWrites(disk, spooled), () -> now);
    this.pass = new DrainPass(disk, legs, spooled, database, new Tokens(), () -> false);
    database.meanwhile = this::whileDraining;
  }

  private record Streaming(int number, SpooledEvent event, CompletableFuture<Void> before) {}

  void step() {
    switch (random.nextInt(14)) {
      case 0, 1, 2, 3 -> take(anybody());
      case 4 -> begin();
      case 5 -> commit();
      case 6 -> fail();
      case 7 -> disk.write();
      case 8 -> disk.tell();
      case 9 -> pass(Duration.ofMillis(random.nextInt(1500)));
      case 10 -> drain();
      case 11 -> diskTrouble();
      case 12 -> unresolved(anybody());
      default -> stream(anybody());
    }
    publish();
  }

  private Customer anybody() {
    return new Customer(LINK, USERS[random.nextInt(USERS.length)]);
  }

  private void take(Customer customer) {
    int number = ++taken;
    ReceivedEvent event = ReceivedEvent.of(stamp(number), BRAND, LINK, body(customer));
    Uni.createFrom()
        .<Leg>emitter(
            caller -> legs.take(new WaitingEvent(event, SpanContext.getInvalid(), caller)))
        .subscribe()
        .with(leg -> answers.put(number, true), failure -> answers.put(number, false));
  }

  /** Whose link nobody can tell waits for nobody. */
  private void unresolved(Customer customer) {
    if (streaming.containsKey(customer)) {
      return;
    }
    int number = ++taken;
    legs.take(
        new UnresolvedCall(stamp(number), new byte[32], body(customer)),
        () -> answers.put(number, true),
        failure -> answers.put(number, false));
  }

  private void stream(Customer customer) {
    if (streaming.containsKey(customer)) {
      return;
    }
    int number = ++taken;
    Stamp stamp = stamp(number);
    SpooledEvent event = new SpooledEvent(stamp, BRAND, LINK, body(customer));
    streaming.put(customer, new Streaming(number, event, legs.writing(stamp.id(), customer)));
  }

  private void publish() {
    for (Map.Entry<Customer, Streaming> entry : List.copyOf(streaming.entrySet())) {
      Customer customer = entry.getKey();
      Streaming one = entry.getValue();
      if (!one.before().isDone()) {
        continue;
      }
      streaming.remove(customer);
      boolean written = healed || !diskFails || random.nextInt(3) > 0;
      if (written) {
        disk.publish(one.event());
        spooled.written();
      } else {
        disk.refused.add(one.event().stamp().id());
        spooled.notWritten(one.event().stamp().id(), customer);
      }
      legs.wrote(customer);
      answers.put(one.number(), written);
    }
  }

  private void begin() {
    List<WaitingEvent> batch = legs.nextBatch();
    if (!batch.isEmpty()) {
      inFlight.add(batch);
      batch.stream().filter(event -> !event.isMaybeKept()).forEach(this::mustBeNew);
    }
  }

  /** The ledger is not asked whether it has it. */
  private void mustBeNew(WaitingEvent event) {
    boolean isKept =
        database.ledger().stream().anyMatch(kept -> kept.stamp().equals(event.event().stamp()));
    if (isKept || inDoubt.stream().anyMatch(batch -> batch.contains(event))) {
      faults.add(number(event.event()) + " was given before and goes as a new one");
    }
  }

  private void commit() {
    if (!inFlight.isEmpty()) {
      List<WaitingEvent> batch = inFlight.remove(random.nextInt(inFlight.size()));
      Set<UUID> held =
          database.commit(events(batch)).stream()
              .map(event -> event.stamp().id())
              .collect(Collectors.toSet());
      boolean unused = legs.answered(batch, held);
    }
    if (!inDoubt.isEmpty() && random.nextBoolean()) {
      List<ReceivedEvent> unused = database.commit(events(inDoubt.remove(0)));
    }
  }

  /** Not kept, kept although nobody hears of it, or kept later. */
  private void fail() {
    if (inFlight.isEmpty()) {
      return;
    }
    List<WaitingEvent> batch = inFlight.remove(random.nextInt(inFlight.size()));
    int dice = random.nextInt(3);
    if (dice == 0) {
      List<ReceivedEvent> unused = database.commit(events(batch));
    } else if (dice == 1) {
      inDoubt.add(batch);
    }
    legs.failed(batch, new ConnectException("away"));
  }

  /** A disk that works is done with large bodies before anybody behind them loses patience. */
  private void pass(Duration time) {
    while (!streaming.isEmpty()) {
      disk.write();
      disk.tell();
      publish();
    }
    now += time.toNanos();
    legs.look();
  }

  private void drain() {
    if (draining) {
      return;
    }
    draining = true;
    try {
      DrainPass.Left unused = pass.run();
    } catch (RuntimeException databaseAway) {
      disk.rewind();
    } finally {
      draining = false;
    }
  }

  private void whileDraining(List<ReceivedEvent> drained) {
    Set<Customer> customers = drained.stream().map(Customer::of).collect(Collectors.toSet());
    boolean both =
        inFlight.stream()
            .flatMap(List::stream)
            .anyMatch(event -> customers.contains(event.customer()));
    if (both && !diskFails) {
      faults.add("two legs work on one customer");
    }
    for (int steps = healed ? 0 : random.nextInt(4); steps > 0; steps--) {
      step();
    }
  }

  private void diskTrouble() {
    if (diskFails) {
      disk.full(random.nextInt(3) == 0);
      if (random.nextBoolean()) {
        disk.fail();
      }
    }
  }

  /** From now on everything works, until nothing is left to be done. */
  void heal() {
    healed = true;
    disk.full(false);
    database.heal();
    for (int i = 0; i < HEALING; i++) {
      while (!disk.isIdle()) {
        disk.write();
        disk.tell();
      }
      publish();
      begin();
      while (!inFlight.isEmpty()) {
        commit();
      }
      pass(Duration.ofMillis(200));
      drain();
    }
  }

  boolean isAtRest() {
    boolean nobodyWaits = disk.pending() == 0 && legs.waiting() == 0 && !legs.isDatabaseAway();
    for (String user : USERS) {
      take(new Customer(LINK, user));
    }
    return nobodyWaits && legs.waiting() == USERS.length;
  }

  int refusedByDisk() {
    return disk.refused.size();
  }

  /** What went wrong; empty if nothing did. */
  String faults() {
    List<Integer> kept = database.ledger().stream().map(event -> number(event)).toList();
    Set<Integer> keptSet = new HashSet<>(kept);
    for (int number = 1; number <= taken; number++) {
      Boolean answer = answers.get(number);
      if (answer == null) {
        faults.add(number + " was never answered");
      } else if (answer && !keptSet.contains(number)) {
        faults.add(number + " is lost");
      } else if (!answer && !disk.refused.contains(stamp(number).id())) {
        faults.add(number + " was refused although the disk would have taken it");
      }
    }
    for (String user : USERS) {
      inOrder(user);
    }
    return faults.toString();
  }

  private void inOrder(String user) {
    int last = 0;
    for (ReceivedEvent event : database.ledger()) {
      if (user.equals(event.user())) {
        boolean mayBeLate = disk.refused.contains(event.stamp().id());
        if (number(event) < last && !mayBeLate) {
          faults.add(last + " of " + user + " overtook " + number(event));
        }
        last = Math.max(last, number(event));
      }
    }
  }

  private static List<ReceivedEvent> events(List<WaitingEvent> batch) {
    return batch.stream().map(WaitingEvent::event).toList();
  }

  private static int number(ReceivedEvent event) {
    return (int) event.stamp().id().getLeastSignificantBits();
  }

  private static Stamp stamp(int number) {
    return new Stamp(new UUID(7, number), Instant.EPOCH.plusSeconds(number));
  }

  private static byte[] body(Customer customer) {
    return "{\"event\":\"leave\",\"user\":\"%s\"}"
        .formatted(customer.user())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Everybody's token is the link's, if the database says so. */
  private final class Tokens implements WebhookTokens {
    @Override
    public boolean isCanary(String token) {
      return false;
    }

    @Override
    public Uni<TokenOwner> ownerOf(String token) {
      throw new AssertionError("a drainer knows no tokens, only hashes");
    }

    @Override
    public Uni<Map<ByteBuffer, TokenOwner>> ownersOfHashes(Set<ByteBuffer> hashes) {
      return healed || random.nextInt(5) > 0
          ? Uni.createFrom()
              .item(
                  hashes.stream()
                      .collect(toMap(hash -> hash, hash -> new TokenOwner.Live(BRAND, LINK))))
          : Uni.createFrom().failure(new ConnectException("away"));
    }
  }
}
