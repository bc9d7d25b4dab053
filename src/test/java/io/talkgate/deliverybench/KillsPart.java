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
    for (Hearing hearing : Hearing.values()) {
      survived(hearing, shown);
    }
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
        "Kills: 2 replicas, SIGKILL %d times, %d messages/s, lease %d s"
            .formatted(knobs.kills(), knobs.killRate(), knobs.lease()));
    findings.add("messages", messages);
    findings.check(
        "kills between NAVER's receiving and our noting",
        "1 of " + knobs.aimed(),
        kills.hits(),
        kills.hits() >= knobs.kills() / knobs.aimed());
    findings.add("messages they hit", kills.hitCalls());
    findings.add("echoes broken off and called again", stage.echoes().brokenOff());
    findings.none("customers stuck", stuck);
  }

  private void survived(Hearing hearing, List<Shown> shown) {
    List<Receipt> receipts = receipts(hearing);
    Survived found =
        Survived.of(
            shown.stream().filter(one -> hearing == hearing(one.user())).toList(), receipts);
    boolean allHeard = hearing == Hearing.EVERY;
    findings.part("Of these, %s".formatted(hearing.title()));
    findings.add("messages", found.messages());
    noneIf(allHeard, "never received", found.never());
    noneIf(allHeard, "received twice", found.twice());
    noneIf(allHeard, "left UNKNOWN to the agent", found.unknown());
    findings.none("received more than twice", found.oftener());
    findings.none("of all this not shown as such", found.notShown());
    findings.none("customers out of order", Comparison.of(queued(hearing), receipts).disordered());
  }

  /** Where echoes fail to come, some may be; they have to be shown. */
  private void noneIf(boolean allHeard, String what, int value) {
    if (allHeard) {
      findings.none(what, value);
    } else {
      findings.add(what, value);
    }
  }

  /** What agents are left with they have sent once more. */
  private void afterTheAgent(List<Shown> shown) {
    findings.part("After the agent's retry of each UNKNOWN one");
    shown.stream()
        .filter(Shown::isUnknown)
        .forEach(one -> stage.desk().retries(one.consultationId(), one.id()));
    findings.none("customers stuck", stuck());
    int lost = Comparison.of(queueing.queued(), stage.standIn().receipts(queueing.run())).missing();
    findings.none("messages lost", lost);
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
