package io.talkgate.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.opentelemetry.api.trace.SpanContext;
import io.smallrye.mutiny.Uni;
import io.talkgate.consultation.ReceivedEvent;
import io.talkgate.intake.spool.SpoolEntry;
import io.talkgate.intake.spool.SpoolRecord;
import io.talkgate.intake.spool.UnresolvedCall;
import io.talkgate.platform.Stamp;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Design §3.4: which events change legs together, and in which order. */
class LegsTest {
  private static final long BUDGET = 4096;
  private static final UUID LINK = new UUID(1, 1);

  private final Disk disk = new Disk();
  private final List<Integer> durable = new ArrayList<>();
  private final List<Integer> failed = new ArrayList<>();
  private long now;
  private final Spooled spooled = new Spooled(disk, BUDGET);
  private final Legs legs = new Legs(spooled, new SpoolWrites(disk, spooled), () -> now);

  @Test
  void anOverdueEventTakesItsCustomersLaterOnesAlongInOrder() {
    take(1, "kim");
    assertEquals(1, legs.nextBatch().size());
    take(2, "lee");
    now += DatabaseLeg.LIMIT.toNanos() / 2;
    take(3, "kim");
    now += DatabaseLeg.LIMIT.toNanos() / 2;

    legs.look();

    assertTrue(legs.isDatabaseAway());
    assertEquals(Set.of(1, 2, 3), Set.copyOf(disk.appended));
    assertTrue(disk.appended.indexOf(1) < disk.appended.indexOf(3));
    assertTrue(legs.isOnDatabasesLeg(customer("kim")), "its batch may be committed yet");
    assertFalse(legs.isOnDatabasesLeg(customer("lee")));
  }

  @Test
  void anotherBatchGoesBesideOneOnItsWayOnceItIsAsLarge() {
    take(1, "kim");
    take(2, "lee");
    assertEquals(2, legs.nextBatch().size());
    take(3, "park");
    assertEquals(List.of(), legs.nextBatch());

    take(4, "choi");

    assertEquals(List.of(id(3), id(4)), ids(legs.nextBatch()));
    take(5, "jung");
    take(6, "kang");
    assertEquals(List.of(), legs.nextBatch(), "two are on their way");
  }

  @Test
  void whatComesOfACustomerWaitsForTheBatchTheyAreIn() {
    take(1, "kim");
    List<WaitingEvent> first = legs.nextBatch();
    take(2, "kim");
    take(3, "lee");

    List<WaitingEvent> second = legs.nextBatch();
    assertEquals(List.of(id(3)), ids(second));
    legs.answered(first, Set.of());

    assertEquals(List.of(id(2)), ids(legs.nextBatch()));
  }

  @Test
  void aBatchThatNobodyWaitsForAnyMoreHoldsNobodyBack() {
    take(1, "kim");
    take(2, "lee");
    assertEquals(2, legs.nextBatch().size());
    take(3, "park");
    take(4, "choi");
    List<WaitingEvent> second = legs.nextBatch();
    now += DatabaseLeg.LIMIT.toNanos() / 2;
    legs.answered(second, Set.of());
    now += DatabaseLeg.LIMIT.toNanos() / 2;
    take(5, "park");
    assertEquals(List.of(), legs.nextBatch());

    legs.look();

    assertEquals(Set.of(1, 2), Set.copyOf(disk.appended));
    assertEquals(List.of(id(5)), ids(legs.nextBatch()));
  }

  @Test
  void aHeldRowSendsOneCustomerToTheSpoolAndNobodyElse() {
    WaitingEvent held = take(1, "kim");
    legs.answered(legs.nextBatch(), Set.of(held.event().stamp().id()));
    now += DatabaseLeg.LIMIT.toNanos();
    take(2, "lee");
    take(3, "kim");
    legs.answered(legs.nextBatch(), Set.of(id(1), id(3)));

    legs.look();

    assertFalse(legs.isDatabaseAway());
    assertEquals(List.of(1, 3), disk.appended);
    take(4, "kim");
    assertEquals(List.of(1, 3, 4), disk.appended);
    assertEquals(Set.of(1, 2, 3, 4), Set.copyOf(durable));
    spooled.drained(id(1), customer("kim"));
    spooled.drained(id(3), customer("kim"));
    spooled.drained(id(4), customer("kim"));
    take(5, "kim");
    assertEquals(1, legs.nextBatch().size());
  }

  @Test
  void anOutageThatComesAndGoesIsSaidOnceAndItsEndOnceItIsOver() {
    try (LogLines lines = LogLines.of(OutageLog.class)) {
      for (int i = 1; i <= 5; i++) {
        now += DatabaseLeg.ALIVE.toNanos();
        take(i, "kim" + i);
        legs.failed(legs.nextBatch(), new ConnectException("away"));
        legs.databaseIsBack();
        legs.look();
      }
      assertEquals(List.of("WARN"), lines.levels());
      now += OutageLog.SETTLED.toNanos();

      legs.look();
      legs.look();

      assertEquals(List.of("WARN", "INFO"), lines.levels());
    }
  }

  @Test
  void oneBrokenConnectionIsNoOutage() {
    take(1, "lee");
    legs.answered(legs.nextBatch(), Set.of());
    take(2, "kim");
    List<WaitingEvent> batch = legs.nextBatch();
    take(3, "kim");
    take(4, "lee");

    legs.failed(batch, new ConnectException("broken"));

    assertFalse(legs.isDatabaseAway());
    assertEquals(List.of(2, 3), disk.appended);
    assertEquals(1, legs.nextBatch().size());
  }

  @Test
  void strangersCannotFillTheSpoolAndGetTheirRoomBack() {
    List<UnresolvedCall> calls = new ArrayList<>();
    List<Throwable> refused = new ArrayList<>();
    for (int i = 1; i <= 5; i++) {
      Stamp stamp = new Stamp(id(i), Instant.EPOCH);
      UnresolvedCall call = new UnresolvedCall(stamp, new byte[32], new byte[100]);
      legs.take(call, () -> calls.add(call), refused::add);
    }

    assertEquals(3, calls.size());
    assertEquals(2, refused.size());
    assertInstanceOf(TooManyUnresolvedException.class, refused.get(0));
    spooled.resolved(100);
    legs.take(calls.get(0), () -> calls.add(calls.get(0)), refused::add);
    assertEquals(4, calls.size());
  }

  @Test
  void whatTheDiskRefusesWaitsForItsCustomersOlderOnes() {
    spooledBefore("kim");
    disk.full = true;
    take(2, "kim");
    take(3, "kim");
    take(4, "lee");

    List<WaitingEvent> batch = legs.nextBatch();
    assertEquals(List.of(customer("lee")), batch.stream().map(WaitingEvent::customer).toList());
    legs.answered(batch, Set.of());
    spooled.drained(id(1), customer("kim"));

    legs.look();

    assertEquals(List.of(id(2), id(3)), ids(legs.nextBatch()));
    assertEquals(List.of(), failed);
  }

  @Test
  void whoWaitsTooLongForTheDrainIsToldSo() {
    spooledBefore("kim");
    disk.full = true;
    take(2, "kim");
    now += HeldBack.LIMIT.toNanos() - 1;
    legs.look();
    assertEquals(List.of(), failed);
    now++;

    legs.look();

    assertEquals(List.of(2), failed);
    assertEquals(List.of(), legs.nextBatch());
  }

  @Test
  void whatComesWhileALargeBodyIsWrittenIsWrittenBehindIt() {
    CompletableFuture<Void> before = legs.writing(id(1), customer("kim"));
    assertTrue(before.isDone());
    take(2, "kim");
    take(3, "lee");
    legs.look();
    assertEquals(List.of(), disk.appended);
    spooled.written();

    legs.wrote(customer("kim"));

    assertEquals(List.of(2), disk.appended);
    assertEquals(1, legs.nextBatch().size(), "lee need not wait");
  }

  private void spooledBefore(String user) {
    spooled.announce(customer(user));
    spooled.written();
  }

  private WaitingEvent take(int number, String user) {
    WaitingEvent[] taken = new WaitingEvent[1];
    Uni.createFrom()
        .<Leg>emitter(
            caller -> {
              taken[0] = new WaitingEvent(event(number, user), SpanContext.getInvalid(), caller);
              legs.take(taken[0]);
            })
        .subscribe()
        .with(leg -> durable.add(number), failure -> failed.add(number));
    return taken[0];
  }

  private static ReceivedEvent event(int number, String user) {
    String body = "{\"event\":\"leave\",\"user\":\"%s\"}".formatted(user);
    return ReceivedEvent.of(
        new Stamp(id(number), Instant.EPOCH.plusSeconds(number)),
        new UUID(2, 2),
        LINK,
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static List<UUID> ids(List<WaitingEvent> batch) {
    return batch.stream().map(one -> one.event().stamp().id()).toList();
  }

  private static UUID id(int number) {
    return new UUID(7, number);
  }

  private static Customer customer(String user) {
    return new Customer(LINK, user);
  }

  /** Takes everything at once. */
  private static final class Disk implements DiskLeg {
    final List<Integer> appended = new ArrayList<>();
    boolean full;

    @Override
    public Uni<Void> append(SpoolRecord record) {
      if (full) {
        return Uni.createFrom().failure(new IntakeFullException("the disk is full"));
      }
      return Uni.createFrom()
          .voidItem()
          .invoke(() -> appended.add((int) record.stamp().id().getLeastSignificantBits()));
    }

    @Override
    public List<SpoolEntry> next(int records, long bytes) {
      return List.of();
    }

    @Override
    public void acknowledge(List<SpoolEntry> entries) {}

    @Override
    public void rewind() {}

    @Override
    public long pending() {
      return appended.size();
    }
  }
}
