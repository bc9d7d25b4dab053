package io.talkgate.deliverybench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What can be set: system properties, each named {@code delivery.} and the component's name. {@code
 * delivery.scale} multiplies what is counted, where it is not set itself.
 *
 * @param parts what is measured, of {@code pace}, {@code fairness}, {@code latency}, {@code
 *     throughput}, {@code kills}
 * @param replicas how many services share the database, at least 2
 * @param links approved links of the one brand
 * @param customers of each link
 * @param messages queued at once for the pace
 * @param bulk messages to one customer, beside whom another one waits
 * @param singles messages to that other one
 * @param posts agents' answers whose way is timed
 * @param rush messages queued at once for the throughput; not scaled, for fewer would time the
 *     starting of a young database
 * @param kills how often a replica is killed
 * @param aimed one kill of so many hits between NAVER's receiving and our noting
 * @param killRate messages queued per second meanwhile
 * @param lease for how long a claimed lane is its replica's while replicas are killed, in seconds;
 *     below the service's default of 30, its call of NAVER has less time, too
 * @param seed of what is random; another one each time unless it is set
 * @param judgesTimes whether what is too slow does not hold
 * @param heap the services' {@code -Xmx}
 * @param options further options of their virtual machines, such as a flight recording
 * @param keep leaves the database's and the services' files
 */
record Knobs(
    Set<String> parts,
    int replicas,
    int links,
    int customers,
    int messages,
    int bulk,
    int singles,
    int posts,
    int rush,
    int kills,
    int aimed,
    int killRate,
    int lease,
    long seed,
    boolean judgesTimes,
    String heap,
    List<String> options,
    boolean keep) {
  /** Where results go. */
  static final Path RESULTS = Path.of("target", "delivery").toAbsolutePath();

  static final int USUAL_LEASE = 30;

  static Knobs ofSystemProperties() {
    return new Knobs(
        Set.copyOf(words("parts", "pace fairness latency throughput kills")),
        Integer.getInteger("delivery.replicas", 2),
        Integer.getInteger("delivery.links", 50),
        Integer.getInteger("delivery.customers", 20),
        scaled("messages", 20_000, 0),
        scaled("bulk", 1_000, 200),
        scaled("singles", 20, 5),
        scaled("posts", 500, 100),
        Integer.getInteger("delivery.rush", 20_000),
        scaled("kills", 200, 2),
        Integer.getInteger("delivery.aimed", 2),
        Integer.getInteger("delivery.killRate", 60),
        Integer.getInteger("delivery.lease", USUAL_LEASE),
        Long.getLong("delivery.seed", System.nanoTime() % 1_000_000),
        Boolean.parseBoolean(System.getProperty("delivery.judgesTimes", "true")),
        System.getProperty("delivery.heap", "256m"),
        words("options", ""),
        Boolean.getBoolean("delivery.keep"));
  }

  Duration leaseTime() {
    return Duration.ofSeconds(lease);
  }

  /** Times the scale, but so many at least. */
  private static int scaled(String name, int full, int least) {
    double scale = Double.parseDouble(System.getProperty("delivery.scale", "1"));
    return Integer.getInteger("delivery." + name, Math.max(least, (int) (full * scale)));
  }

  private static List<String> words(String name, String otherwise) {
    return Arrays.stream(System.getProperty("delivery." + name, otherwise).split(" +", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
