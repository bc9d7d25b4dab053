package io.talkgate.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** The rate as stored messages grow: everything else equal, 1, 5 and 20 million of them. */
final class Curve {
  private static final int MILLION = 1_000_000;
  private static final int[] MILLIONS = {1, 5, 20};

  private final Knobs knobs;
  private final Database database;
  private final Load load;

  Curve(Knobs knobs, Database database, Load load) {
    this.knobs = knobs;
    this.database = database;
    this.load = load;
  }

  void run(Report report) throws IOException, SQLException {
    StoredMessages stored = new StoredMessages(database);
    for (int millions : MILLIONS) {
      long missing = (long) millions * MILLION - database.count("messages");
      for (; missing > 0; missing -= MILLION) {
        Path file = Knobs.RESULTS.resolve("copy.txt");
        stored.copy(file, (int) Math.min(missing, MILLION));
      }
      database.execute("vacuum analyze messages");
      database.execute("checkpoint");
      load.run(Pace.closed(knobs.warmup()));
      report.section("Closed loop over %d million stored messages".formatted(millions));
      report.add(load.run(Pace.closed(knobs.seconds())));
    }
  }
}
