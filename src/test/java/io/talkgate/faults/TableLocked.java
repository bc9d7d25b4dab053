package io.talkgate.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Somebody locks a table of the service's and takes their time.
 *
 * @param table its name
 */
record TableLocked(String table) implements Fault {
  @Override
  public String name() {
    return "locked-" + table;
  }

  @Override
  public void when(Stage stage) throws SQLException {
    try (Connection somebody = stage.database().connect();
        Statement statement = somebody.createStatement()) {
      somebody.setAutoCommit(false);
      statement.execute("lock table " + table + " in access exclusive mode");
      stage.lasts(Duration.ofSeconds(20));
      somebody.rollback();
    }
  }
}
