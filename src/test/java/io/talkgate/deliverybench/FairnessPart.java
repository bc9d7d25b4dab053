package io.talkgate.deliverybench;

import io.talkgate.bench.Histogram;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Somebody waits beside a bulk of messages to another customer of the same link. */
final class FairnessPart {
  private static final double MOST_MILLIS = 2_000;
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private FairnessPart() {}

  static void run(Knobs knobs, Stage stage, Findings findings) throws SQLException {
    findings.part(
        "Fairness: %,d messages to one customer, %d to another of the same link meanwhile"
            .formatted(knobs.bulk(), knobs.singles()));
    List<Customer> customers =
        stage.customers().stream().filter(customer -> customer.link() == 0).toList();
    Queueing bulk = new Queueing(stage.database(), "bulk");
    bulk.add(customers.subList(0, 1), knobs.bulk());
    Histogram waits =
        new Ways(stage).time("single", customers.subList(1, 2), knobs.singles(), LIMIT);
    int sent = stage.standIn().receipts(bulk.run()).size();
    findings.check("of the bulk sent until then", "some", sent, sent > 0 && sent < knobs.bulk());
    double longest = waits.maxMillis();
    findings.add("from POST to NAVER, median, ms", waits.millisAt(0.5));
    findings.time(
        "from POST to NAVER, longest, ms", "at most 2,000", longest, longest <= MOST_MILLIS);
    stage.withdraw();
    findings.none("customers stuck", stage.stuckAfter(LIMIT));
  }
}
