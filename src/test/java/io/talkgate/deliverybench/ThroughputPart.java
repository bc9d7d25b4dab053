package io.talkgate.deliverybench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** No pace, and a NAVER that answers fast: as fast as we are. */
final class ThroughputPart {
  private static final Map<String, String> NO_PACE =
      Map.of(
          "TALKGATE_SEND_RATE_PER_SECOND", "1000000",
          "TALKGATE_SEND_RATE_BURST", "1000000",
          "TALKGATE_SEND_HOST_RATE_PER_SECOND", "1000000",
          "TALKGATE_SEND_HOST_RATE_BURST", "1000000");
  private static final Map<String, String> DEFAULT_PACE =
      Map.of(
          "TALKGATE_SEND_RATE_PER_SECOND", "8",
          "TALKGATE_SEND_RATE_BURST", "4",
          "TALKGATE_SEND_HOST_RATE_PER_SECOND", "2000",
          "TALKGATE_SEND_HOST_RATE_BURST", "500");
  private static final Duration ANSWER = Duration.ofMillis(5);
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final double WANTED = 1_000;
  private static final double NANOS = 1e9;

  private ThroughputPart() {}

  static void run(Knobs knobs, Stage stage, Findings findings) throws SQLException {
    stage.runWith(NO_PACE);
    stage.standIn().answersAfter(ANSWER);
    stage.echoes().of(receipt -> false);
    rush("warm" + knobs.replicas(), knobs, stage);
    measure(knobs.replicas(), knobs, stage, findings);
    stage.replicas().stream().skip(1).forEach(Replica::close);
    rush("warm1", knobs, stage);
    measure(1, knobs, stage, findings);
    stage.runWith(DEFAULT_PACE);
  }

  private static void measure(int replicas, Knobs knobs, Stage stage, Findings findings)
      throws SQLException {
    findings.part(
        "Throughput: no pace, %d replicas, %,d messages, answers after %d ms, echoes off"
            .formatted(replicas, knobs.rush(), ANSWER.toMillis()));
    double cpu = cpu(stage);
    Queueing queueing = rush("rush" + replicas, knobs, stage);
    List<Receipt> receipts = stage.standIn().receipts(queueing.run());
    double seconds = new Calls(receipts).seconds();
    Comparison found = Comparison.of(queueing.queued(), receipts);
    double rate = receipts.size() / seconds;
    findings.time("messages/s", "at least 1,000", rate, rate >= WANTED);
    findings.add("processors used by the replicas", (cpu(stage) - cpu) / seconds);
    found.show(findings);
  }

  private static Queueing rush(String run, Knobs knobs, Stage stage) throws SQLException {
    Queueing queueing = new Queueing(stage.database(), run);
    queueing.add(stage.customers(), knobs.rush() / stage.customers().size());
    stage.stuckAfter(LIMIT);
    return queueing;
  }

  private static double cpu(Stage stage) {
    return stage.replicas().stream().mapToDouble(one -> one.cpu().toNanos() / NANOS).sum();
  }
}
