package io.talkgate.deliverybench;

import io.talkgate.bench.Closing;
import io.talkgate.bench.Directories;
import io.talkgate.bench.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Measures all that is asked for, on a stage of its own. */
final class Delivering {
  private Delivering() {}

  /** Prints the table and writes it; answers what does not hold. */
  static List<String> run(Knobs knobs, Path results) throws Exception {
    Class.forName("org.postgresql.Driver");
    Path directory = Files.createTempDirectory(Files.createDirectories(results), "run");
    Report report = new Report(results);
    Findings findings = new Findings(report, knobs.judgesTimes());
    System.out.println("Seed of what is random: -Ddelivery.seed=" + knobs.seed());
    try (Closing closing = new Closing()) {
      if (!knobs.keep()) {
        closing.add(() -> Directories.delete(directory));
      }
      measure(knobs, Stage.set(knobs, directory, closing, environment(knobs)), findings);
      return findings.broken();
    } finally {
      report.write();
      System.out.println("\n" + findings.table());
    }
  }

  /** Where all is about kills, the replicas are started for them at once. */
  private static Map<String, String> environment(Knobs knobs) {
    return knobs.parts().equals(Set.of("kills")) ? KillsPart.environment(knobs) : Map.of();
  }

  private static void measure(Knobs knobs, Stage stage, Findings findings) throws Exception {
    if (knobs.parts().contains("pace")) {
      PacePart.run(knobs, stage, findings);
    }
    if (knobs.parts().contains("fairness")) {
      FairnessPart.run(knobs, stage, findings);
    }
    if (knobs.parts().contains("latency")) {
      LatencyPart.run(knobs, stage, findings);
    }
    if (knobs.parts().contains("throughput")) {
      ThroughputPart.run(knobs, stage, findings);
    }
    if (knobs.parts().contains("kills")) {
      new KillsPart(knobs, stage, findings).run();
    }
  }
}
