package io.talkgate.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * What comes at once, too often or too slowly, while ordinary customers go on writing: what they
 * notice of it, and what it costs.
 */
final class Floods {
  private static final double OTHERS_PER_SECOND = 200;
  private static final int VISITORS = 60_000;
  private static final int REPEATED = 500;
  private static final int TIMES = 10;
  private static final int CONNECTIONS = 64;
  private static final int WRITER_PER_SECOND = 50;
  private static final int SECONDS = 20;
  private static final int IDLE = 5_000;
  private static final int SLOW = 1_000;

  private final Report report;
  private final Database database;
  private final Service service;
  private final Beside beside;
  private final Kept kept;
  private final List<String> paths;

  Floods(
      Report report,
      Database database,
      Service service,
      Beside beside,
      Kept kept,
      List<String> paths) {
    this.report = report;
    this.database = database;
    this.service = service;
    this.beside = beside;
    this.kept = kept;
    this.paths = paths;
  }

  /** Lets them come one after another; false if one lost or doubled something. */
  boolean run() throws Exception {
    boolean complete =
        flood(
            "60,000 customers enter at once",
            () -> load(CONNECTIONS, Calls.visits(paths, "visitor", VISITORS, 1), VISITORS));
    complete &=
        flood(
            "500 customers' open comes ten times",
            () ->
                load(
                    CONNECTIONS,
                    Calls.visits(paths, "again", REPEATED, TIMES),
                    (long) REPEATED * TIMES));
    report.add(
        "consultations of these 500 customers",
        database.count(
            "consultations k join customers c on c.brand_id = k.brand_id and c.id = k.customer_id"
                + " where c.talktalk_user like 'again-%'"));
    complete &= flood("one customer writes 50 messages a second", this::oneWriter);
    report.add(
        "different texts of this customer",
        database.ask(
            "select count(distinct m.content->>'text') from messages m join customers c on"
                + " c.brand_id = m.brand_id and c.id = m.customer_id where c.talktalk_user ="
                + " 'writer'"));
    complete &= flood("5,000 idle connections", this::idle);
    complete &= flood("1,000 callers send a byte a second", this::slow);
    return complete;
  }

  private boolean flood(String title, Callable<LoadResult> flood) throws Exception {
    report.section(title);
    service.forgetPeak();
    report.add("RSS of the service before, MiB", service.rss());
    long rows = database.count("events");
    long answered = kept.answered();
    LoadResult came = beside.run(report, OTHERS_PER_SECOND, flood);
    if (came.kept() > 0) {
      report.add("of the flood answered 200", came.kept());
      report.add("of the flood answered otherwise or not at all", came.not200());
      report.add("of the flood, events/s", came.perSecond());
      report.add("of the flood, p99 ms", came.latency().millisAt(0.99));
    }
    report.add("RSS of the service at most, MiB", service.peakRss());
    return complete(rows, kept.answered() - answered + came.kept());
  }

  private boolean complete(long before, long answered) throws SQLException {
    long added = database.awaitCount("events", before + answered) - before;
    report.add("lost", Math.max(0, answered - added));
    report.add("doubled", Math.max(0, added - answered));
    return added == answered;
  }

  private LoadResult load(int connections, Calls calls, long count) throws IOException {
    try (Load flood = new Load(service.port(), connections, calls)) {
      return flood.run(Pace.closedFor(count));
    }
  }

  private LoadResult oneWriter() throws IOException {
    try (Load flood = new Load(service.port(), CONNECTIONS, Calls.texts(paths.get(0), "writer"))) {
      return flood.run(Pace.openFor(WRITER_PER_SECOND, SECONDS));
    }
  }

  private LoadResult idle() throws IOException {
    try (Connections idle = new Connections(service.port(), IDLE, new byte[0])) {
      report.add("connections made", (long) IDLE);
      for (int second = 0; second < SECONDS; second++) {
        pause();
      }
      report.add("of them still open after 20 s", (long) idle.open());
    }
    return new Tally().result();
  }

  /** Half of them begin with the head, byte by byte; half with the body. */
  private LoadResult slow() throws IOException {
    String head =
        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n"
            .formatted(paths.get(0));
    byte[] bytes = head.getBytes(StandardCharsets.US_ASCII);
    try (Connections heads = new Connections(service.port(), SLOW / 2, new byte[0]);
        Connections bodies = new Connections(service.port(), SLOW / 2, bytes)) {
      for (int second = 0; second < SECONDS; second++) {
        heads.say(bytes[second]);
        bodies.say((byte) ' ');
        pause();
      }
      report.add("with slow heads still open after 20 s", (long) heads.open());
      report.add("with slow bodies still open after 20 s", (long) bodies.open());
    }
    return new Tally().result();
  }

  private static void pause() {
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1));
  }
}
