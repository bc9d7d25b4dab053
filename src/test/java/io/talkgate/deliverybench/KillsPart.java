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
    stage.runWith(environment(knobs));
    stage.standIn().answersAfter(ANSWER);
    stage.echoes().of(receipt -> Hearing.comes(receipt, customers));
    queueing.add(stage.customers(), 1);
    long stuck = stuck();
    Kills kills = new Kills(stage, knobs.aimed(), knobs.seed());
    try (Feed feed = new Feed(queueing, stage.customers(), knobs.killRate(), knobs.seed())) {
      feed.begin();
      kills.run(knobs.kills());
    }
    stuck += stuck();
    List<Shown> shown = Shown.of(stage.database(), queueing.run());
    title(kills, shown.size(), stuck);
    customers.values().stream()
        .map(Hearing::of)
        .distinct()
        .sorted()
        .forEach(hearing -> survived(hearing, shown));
    afterTheAgent(shown);
  }

  /** Starting fast matters more here than running fast. */
  static Map<String, String> environment(Knobs knobs) {
    Map<String, String> environment = new HashMap<>();
    environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    environment.put("TALKGATE_SEND_LEASE", knobs.lease() + "s");
    if (knobs.lease() < Knobs.USUAL_LEASE) {
      environment.put("TALKGATE_SEND_API_TIMEOUT", knobs.lease() / 2 + "s");
    }
    return environment;
  }

  private long stuck() {
    return stage.stuckAfter(SETTLING.plus(knobs.leaseTime()));
  }

  private void title(Kills kills, int messages, long stuck) {
    findings.part(
        "Kills: %d replicas, SIGKILL %d times, %d messages/s, lease %d s"
            .formatted(knobs.replicas(), knobs.kills(), knobs.killRate(), knobs.lease()));
    findings.add("messages", messages);
    findings.check(
        "kills between NAVER's receiving and our noting",
        "1 of " + knobs.aimed(),
        kills.hits(),
        kills.hits() >= knobs.kills() / knobs.aimed());
    findings.add("messages they hit", kills.hitCalls());
    findings.add("echoes broken off and called again", stage.echoes().brokenOff());
    findings.none("customers stuck", stuck);
    int most = new Calls(stage.standIn().receipts(queueing.run())).mostIn3Seconds();
    findings.check("most calls of a link in any 3 s", "below 30", most, most < Calls.THIRTY);
  }

  private void survived(Hearing hearing, List<Shown> shown) {
    findings.part("Of these, %s".formatted(hearing.title()));
    found(hearing, shown).show(findings, hearing == Hearing.EVERY);
    int disordered = Comparison.of(queued(hearing), receipts(hearing)).disordered();
    findings.none("customers out of order", disordered);
  }

  /** What agents are left with they have sent once more. */
  private void afterTheAgent(List<Shown> shown) throws SQLException {
    findings.part("After the agent's retry of each UNKNOWN one");
    List<Shown> open = shown.stream().filter(Shown::isUnknown).toList();
    if (!open.isEmpty()) {
      stage.runWith(environment(knobs));
    }
    open.forEach(one -> stage.desk().retries(one.consultationId(), one.id()));
    findings.none("customers stuck", stuck());
    int lost = Comparison.of(queueing.queued(), stage.standIn().receipts(queueing.run())).missing();
    findings.none("messages lost", lost);
    Survived silent = found(Hearing.NONE, Shown.of(stage.database(), queueing.run()));
    findings.add("echoes off: received twice", silent.twice());
    findings.none("echoes off: received more than twice", silent.oftener());
    findings.none("echoes off: not shown as such", silent.notShown());
  }

  private Survived found(Hearing hearing, List<Shown> shown) {
    return Survived.of(
        shown.stream().filter(one -> hearing == hearing(one.user())).toList(), receipts(hearing));
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
