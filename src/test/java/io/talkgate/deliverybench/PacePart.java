package io.talkgate.deliverybench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Everything is queued at once, and goes out at the default pace. */
final class PacePart {
  private static final double RATE = 8;
  private static final int BURST = 4;

  /** Of each customer: until compilers leave the processors to the work, some 40 s. */
  private static final int WARM_UP = 8;

  private static final double WANTED = 0.9;
  private static final Duration ANSWER = Duration.ofMillis(50);

  private PacePart() {}

  static void run(Knobs knobs, Stage stage, Findings findings) throws SQLException {
    findings.part(
        "Pace: %d replicas, %d links, %,d messages queued at once, answers after %d ms, echoes on"
            .formatted(knobs.replicas(), knobs.links(), knobs.messages(), ANSWER.toMillis()));
    stage.standIn().answersAfter(ANSWER);
    stage.echoes().of(receipt -> true);
    Queueing cold = new Queueing(stage.database(), "cold");
    cold.add(stage.customers(), WARM_UP);
    stage.stuckAfter(Duration.ofMinutes(4));
    Queueing queueing = new Queueing(stage.database(), "pace");
    queueing.add(stage.customers(), knobs.messages() / stage.customers().size());
    double ideal = queueing.total() / (RATE * knobs.links());
    findings.none("customers stuck", stage.stuckAfter(Duration.ofSeconds((long) (2 * ideal) + 30)));
    List<Receipt> receipts = stage.standIn().receipts(queueing.run());
    Comparison.of(queueing.queued(), receipts).show(findings);
    justStarted(new Calls(stage.standIn().receipts(cold.run())), findings);
    pace(new Calls(receipts), findings);
  }

  private static void justStarted(Calls calls, Findings findings) {
    int most = calls.mostIn3Seconds();
    findings.check(
        "most calls of a link in any 3 s, just started", "below 30", most, most < Calls.THIRTY);
    findings.add(
        "least share of its pace that a link used, just started", calls.leastUsed(RATE, BURST));
  }

  private static void pace(Calls calls, Findings findings) {
    int most = calls.mostIn3Seconds();
    double used = calls.leastUsed(RATE, BURST);
    findings.check("most calls of a link in any 3 s", "below 30", most, most < Calls.THIRTY);
    findings.add("seconds from the first to the last", calls.seconds());
    findings.time(
        "least share of its pace that a link used", "at least 0.90", used, used >= WANTED);
  }
}
