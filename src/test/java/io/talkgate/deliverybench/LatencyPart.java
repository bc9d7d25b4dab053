package io.talkgate.deliverybench;

import io.talkgate.bench.Histogram;
import java.time.Duration;

/**
 * Nothing else is going on. A service that has just started is told apart from one that has been
 * running: what takes its first answers' time is the compiling of its code.
 */
final class LatencyPart {
  private static final int JUST_STARTED = 200;
  private static final int WARM_UP = 2_000;
  private static final double MOST_MILLIS = 50;
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private LatencyPart() {}

  static void run(Knobs knobs, Stage stage, Findings findings) {
    findings.part(
        "Latency: %d answers of agents, one after another, idle system, echoes on"
            .formatted(knobs.posts()));
    stage.standIn().answersAfter(Duration.ofMillis(50));
    stage.echoes().of(receipt -> true);
    Ways ways = new Ways(stage);
    Histogram first = ways.time("first", stage.customers(), JUST_STARTED, LIMIT);
    findings.add("first %d after the start, p50, ms".formatted(JUST_STARTED), first.millisAt(0.5));
    findings.add("first %d after the start, p99, ms".formatted(JUST_STARTED), first.millisAt(0.99));
    ways.time("warm", stage.customers(), WARM_UP, LIMIT);
    Histogram found = ways.time("timed", stage.customers(), knobs.posts(), LIMIT);
    findings.add("from POST to NAVER, p50, ms", found.millisAt(0.5));
    double p99 = found.millisAt(0.99);
    findings.time("from POST to NAVER, p99, ms", "below 50", p99, p99 < MOST_MILLIS);
    findings.add("from POST to NAVER, longest, ms", found.maxMillis());
    findings.none("customers stuck", stage.stuckAfter(LIMIT));
  }
}
