package io.talkgate.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What can be set: system properties, each named {@code bench.} and the component's name.
 *
 * @param parts what is measured: {@code rounds} always, then any of {@code open}, {@code spool},
 *     {@code floods}, {@code large}, and {@code replicas}, which is asked for alone
 * @param rounds how often service and pgbench take turns
 * @param seconds how long each of their turns is
 * @param warmup seconds of load before the first round
 * @param connections keep-alive connections of the load generator
 * @param customers who write, spread over the links
 * @param links approved links of the one brand
 * @param clients connections of pgbench
 * @param percent the open loop's rate, in percent of the highest closed-loop rate
 * @param spooled events accepted while the database is stopped
 * @param live events/s that go on arriving while those are drained
 * @param large bodies of 10 MiB sent at once
 * @param heap the service's {@code -Xmx}
 * @param options further options of the service's virtual machine, such as a flight recording
 * @param curve also the rate over 1, 5 and 20 million stored messages; takes long
 * @param keep leaves the database's and the service's files
 */
record Knobs(
    Set<String> parts,
    int rounds,
    int seconds,
    int warmup,
    int connections,
    int customers,
    int links,
    int clients,
    int percent,
    int spooled,
    int live,
    int large,
    String heap,
    List<String> options,
    boolean curve,
    boolean keep) {
  /** Where results go. */
  static final Path RESULTS = Path.of("target", "bench").toAbsolutePath();

  static Knobs ofSystemProperties() {
    return new Knobs(
        Set.copyOf(words("parts", "open spool floods large")),
        Integer.getInteger("bench.rounds", 3),
        Integer.getInteger("bench.seconds", 20),
        Integer.getInteger("bench.warmup", 20),
        Integer.getInteger("bench.connections", 64),
        Integer.getInteger("bench.customers", 2_000),
        Integer.getInteger("bench.links", 10),
        Integer.getInteger("bench.clients", 16),
        Integer.getInteger("bench.percent", 70),
        Integer.getInteger("bench.spooled", 100_000),
        Integer.getInteger("bench.live", 1_000),
        Integer.getInteger("bench.large", 50),
        System.getProperty("bench.heap", "256m"),
        words("options", ""),
        Boolean.getBoolean("bench.curve"),
        Boolean.getBoolean("bench.keep"));
  }

  private static List<String> words(String name, String otherwise) {
    return Arrays.stream(System.getProperty("bench." + name, otherwise).split(" +", -1))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
