package io.talkgate.deliverybench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What can be set: system properties, each named {@code delivery.} and the component's name.
 *
 * @param parts what is measured, of {@code pace}, {@code fairness}, {@code latency}, {@code
 *     throughput}, {@code kills}
 * @param links approved links of the one brand
 * @param customers of each link
 * @param messages queued at once for the pace
 * @param bulk messages to one customer, beside whom another one waits
 * @param singles messages to that other one
 * @param posts agents' answers whose way is timed
 * @param rush messages queued at once for the throughput
 * @param kills how often a replica is killed
 * @param killRate messages queued per second meanwhile
 * @param lease for how long a claimed lane is its replica's while replicas are killed, in seconds;
 *     below the service's default of 30, its call of NAVER has less time, too
 * @param heap the services' {@code -Xmx}
 * @param options further options of their virtual machines, such as a flight recording
 * @param keep leaves the database's and the services' files
 */
record Knobs(
    Set<String> parts,
    int links,
    int customers,
    int messages,
    int bulk,
    int singles,
    int posts,
    int rush,
    int kills,
    int killRate,
    int lease,
    String heap,
    List<String> options,
    boolean keep) {
  /** Where results go. */
  static final Path RESULTS = Path.of("target", "delivery").toAbsolutePath();

  static final int USUAL_LEASE = 30;

  static Knobs ofSystemProperties() {
    return new Knobs(
        Set.copyOf(words("parts", "pace fairness latency throughput kills")),
        Integer.getInteger("delivery.links", 50),
        Integer.getInteger("delivery.customers", 20),
        Integer.getInteger("delivery.messages", 20_000),
        Integer.getInteger("delivery.bulk", 1_000),
        Integer.getInteger("delivery.singles", 20),
        Integer.getInteger("delivery.posts", 500),
        Integer.getInteger("delivery.rush", 20_000),
        Integer.getInteger("delivery.kills", 200),
        Integer.getInteger("delivery.killRate", 60),
        Integer.getInteger("delivery.lease", USUAL_LEASE),
        System.getProperty("delivery.heap", "256m"),
        words("options", ""),
        Boolean.getBoolean("delivery.keep"));
  }

  /** What every build can afford. */
  static Knobs brief() {
    return new Knobs(
        Set.of("pace", "kills"), 12, 10, 960, 0, 0, 0, 0, 4, 40, 4, "256m", List.of(), false);
  }

  Duration leaseTime() {
    return Duration.ofSeconds(lease);
  }

  private static List<String> words(String name, String otherwise) {
    return Arrays.stream(System.getProperty("delivery." + name, otherwise).split(" +", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
