package io.talkgate.deliverybench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Replicas are killed while messages go out, some of whose echoes come and some do not. */
final class KillsPart {
  private static final Duration ANSWER = Duration.ofMillis(100);

  /**
   * After the lease a lane is held for an echo until 75 s have passed since the try (design §5).
   */
  private static final Duration SETTLING = Duration.ofSeconds(75 + 60);

  private final Knobs knobs;
  private final Stage stage;
  private final Findings findings;
  private final Queueing queueing;
  private final Map<String, Customer> customers;

  KillsPart(Knobs knobs, Stage stage, Findings findings) {
    this.knobs = knobs;
    this.stage = stage;
    this.findings = findings;
    queueing = new Queueing(stage.database(), "kill");
    customers =
        stage.customers().stream().collect(Collectors.toMap(Customer::user, Function.identity()));
  }

  void run() throws SQLException {
    stage.restart(environment());
    stage.standIn().answersAfter(ANSWER);
    stage.echoes().of(receipt -> Hearing.comes(receipt, customers));
    queueing.add(stage.customers(), 1);
    boolean settled = settles();
    Kills kills = new Kills(stage);
    try (Feed feed = new Feed(queueing, stage.customers(), knobs.killRate())) {
      feed.begin();
      kills.run(knobs.kills());
    }
    settled &= settles();
    List<Shown> shown = Shown.of(stage.database(), queueing.run());
    title(kills, shown.size(), settled);
    for (Hearing hearing : Hearing.values()) {
      survived(hearing, shown);
    }
    afterTheAgent(shown);
  }

  /** Starting fast matters more here than running fast. */
  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    environment.put("TALKGATE_SEND_LEASE", knobs.lease() + "s");
    if (knobs.lease() < Knobs.USUAL_LEASE) {
      environment.put("TALKGATE_SEND_API_TIMEOUT", knobs.lease() / 2 + "s");
    }
    return environment;
  }

  private boolean settles() {
    return stage.settles(SETTLING.plus(knobs.leaseTime()));
  }

  private void title(Kills kills, int messages, boolean settled) {
    findings.part(
        "Kills: 2 replicas, SIGKILL %d times, %d messages/s, lease %d s"
            .formatted(knobs.kills(), knobs.killRate(), knobs.lease()));
    findings.add("messages", messages);
    findings.add("kills between NAVER's receiving and our noting", kills.hits());
    findings.add("messages they hit", kills.hitCalls());
    findings.add("echoes broken off and called again", stage.echoes().brokenOff());
    findings.check("stuck", settled ? "none" : "some", settled);
  }

  private void survived(Hearing hearing, List<Shown> shown) {
    List<Receipt> receipts = receipts(hearing);
    Survived found =
        Survived.of(
            shown.stream().filter(one -> hearing == hearing(one.user())).toList(), receipts);
    boolean allHeard = hearing == Hearing.EVERY;
    findings.part("Of these, %s".formatted(hearing.title()));
    findings.add("messages", found.messages());
    findings.check("never received", found.never(), !allHeard || found.never() == 0);
    findings.check("received twice", found.twice(), !allHeard || found.twice() == 0);
    findings.check("received more than twice", found.oftener(), found.oftener() == 0);
    findings.check("left UNKNOWN to the agent", found.unknown(), !allHeard || found.unknown() == 0);
    findings.check("of all this not shown as such", found.notShown(), found.notShown() == 0);
    int disordered = Comparison.of(queued(hearing), receipts).disordered();
    findings.check("customers out of order", disordered, disordered == 0);
  }

  /** What agents are left with they have sent once more. */
  private void afterTheAgent(List<Shown> shown) {
    findings.part("After the agent's retry of each UNKNOWN one");
    shown.stream()
        .filter(Shown::isUnknown)
        .forEach(one -> stage.desk().retries(one.consultationId(), one.id()));
    findings.check("stuck", "none", settles());
    int lost = Comparison.of(queueing.queued(), stage.standIn().receipts(queueing.run())).missing();
    findings.check("lost", lost, lost == 0);
  }

  private List<Receipt> receipts(Hearing hearing) {
    return stage.standIn().receipts(queueing.run()).stream()
        .filter(receipt -> hearing == hearing(receipt.user()))
        .toList();
  }

  private Map<String, Integer> queued(Hearing hearing) {
    Map<String, Integer> queued = new HashMap<>(queueing.queued());
    queued.keySet().removeIf(user -> hearing != hearing(user));
    return queued;
  }

  private Hearing hearing(String user) {
    return Hearing.of(Objects.requireNonNull(customers.get(user)));
  }
}
