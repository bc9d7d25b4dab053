package io.talkgate.link.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * How long after the third message without an echo a blocked webhook is found, at links of any
 * traffic, with the rounds and the writing of the service.
 */
final class EchoSimulation {
  private static final int BLOCKS = 40;
  private static final int THRESHOLD = 3;
  private static final Instant ECHO = Instant.parse("2026-09-10T03:00:00Z");

  /** As {@link HealthConfig} and {@link HealthWatch} have them; notes are written every second. */
  private static final EchoWatch WATCH = new EchoWatch(THRESHOLD, Duration.ofSeconds(50));

  private static final Duration ROUND = Duration.ofSeconds(5);
  private static final Duration WRITTEN = Duration.ofSeconds(1);

  private final Random random;

  EchoSimulation(long seed) {
    random = new Random(seed);
  }

  /** Of 40 blocks, since the third message, shortest first. */
  List<Duration> delays() {
    return Stream.generate(this::delay).limit(BLOCKS).sorted().toList();
  }

  private Duration delay() {
    List<Instant> sends = sends(Math.exp(random.nextDouble() * Math.log(1800)));
    Map<EventKind, Instant> seen = new EnumMap<>(EventKind.class);
    seen.put(EventKind.ECHO, ECHO);
    seen.put(EventKind.SEND, ECHO.minusSeconds(5));
    Instant now = ECHO.plusMillis(random.nextInt((int) ROUND.toMillis()));
    while (WATCH.look(Facts.of(seen, kept(sends, now)), now) != EchoWatch.Finding.MISSING) {
      now = now.plus(ROUND);
    }
    return Duration.between(sends.get(THRESHOLD - 1), now);
  }

  /** Whenever an agent writes, after a pause of so many seconds in the mean. */
  private List<Instant> sends(double pause) {
    List<Instant> sends = new ArrayList<>();
    Instant at = ECHO;
    while (sends.size() < 200) {
      at = at.plusMillis(1 + (long) (-Math.log(1 - random.nextDouble()) * pause * 1000));
      sends.add(at);
    }
    return sends;
  }

  private static List<Instant> kept(List<Instant> sends, Instant now) {
    return sends.stream()
        .filter(at -> !at.plus(WRITTEN).isAfter(now))
        .limit(LinkNote.SENDS_KEPT)
        .toList();
  }
}
