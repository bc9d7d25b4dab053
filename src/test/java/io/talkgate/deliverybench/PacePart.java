package io.talkgate.deliverybench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Everything is queued at once, and goes out at the default pace. */
final class PacePart {
  private static final double RATE = 8;
  private static final int BURST = 4;
  private static final int THIRTY = 30;
  private static final int WARM_UP = 2;
  private static final double WANTED = 0.9;
  private static final Duration ANSWER = Duration.ofMillis(50);

  private PacePart() {}

  static void run(Knobs knobs, Stage stage, Findings findings) throws SQLException {
    findings.part(
        "Pace: 2 replicas, %d links, %,d messages queued at once, answers after %d ms, echoes on"
            .formatted(knobs.links(), knobs.messages(), ANSWER.toMillis()));
    stage.standIn().answersAfter(ANSWER);
    stage.echoes().of(receipt -> true);
    Queueing cold = new Queueing(stage.database(), "cold");
    cold.add(stage.customers(), WARM_UP);
    stage.settles(Duration.ofMinutes(1));
    Queueing queueing = new Queueing(stage.database(), "pace");
    queueing.add(stage.customers(), knobs.messages() / stage.customers().size());
    double ideal = queueing.total() / (RATE * knobs.links());
    boolean settled = stage.settles(Duration.ofSeconds((long) (2 * ideal) + 30));
    findings.check("stuck", settled ? "none" : "some", settled);
    List<Receipt> receipts = stage.standIn().receipts(queueing.run());
    order(Comparison.of(queueing.queued(), receipts), findings);
    int most = new Calls(stage.standIn().receipts(cold.run())).mostIn3Seconds();
    findings.check("most calls of a link in any 3 s, just started", most, most < THIRTY);
    pace(new Calls(receipts), findings);
  }

  private static void order(Comparison found, Findings findings) {
    findings.check("never received", found.missing(), found.missing() == 0);
    findings.check("received more than once", found.doubled(), found.doubled() == 0);
    findings.check("customers out of order", found.disordered(), found.disordered() == 0);
  }

  private static void pace(Calls calls, Findings findings) {
    int most = calls.mostIn3Seconds();
    double used = calls.leastUsed(RATE, BURST);
    findings.check("most calls of a link in any 3 s", most, most < THIRTY);
    findings.add("seconds from the first to the last", calls.seconds());
    findings.add("least share of its pace that a link used (wanted %.1f)".formatted(WANTED), used);
  }
}
