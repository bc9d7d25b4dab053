package io.talkgate.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Stands in for pgbench: connections that each run one prepared statement over and over. */
final class InsertLoop {
  private final Database database;
  private final int clients;
  private final String statement;

  InsertLoop(Database database, int clients, String statement) {
    this.database = database;
    this.clients = clients;
    this.statement = statement;
  }

  /** Executions/s. */
  double run(int seconds) throws InterruptedException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      long done = 0;
      for (Future<Long> client : start(threads, end)) {
        done += client.get();
      }
      return done / (double) seconds;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Future<Long>> start(ExecutorService threads, long end) {
    List<Future<Long>> results = new ArrayList<>();
    Callable<Long> client = () -> insertUntil(end);
    for (int number = 0; number < clients; number++) {
      results.add(threads.submit(client));
    }
    return results;
  }

  private long insertUntil(long end) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement insert = connection.prepareStatement(statement)) {
      long done = 0;
      while (System.nanoTime() - end < 0) {
        insert.executeUpdate();
        done++;
      }
      return done;
    }
  }
}
