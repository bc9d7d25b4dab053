package io.talkgate.bench;

import java.sql.SQLException;

/** Counts what was answered 200 against the rows that must be there for it. */
final class Kept {
  private final Database database;
  private long answered;
  private long messages;
  private long refused;

  Kept(Database database) {
    this.database = database;
  }

  /** How many calls were answered 200 so far. */
  long answered() {
    return answered;
  }

  /** Notes a load and answers with it. */
  LoadResult add(LoadResult load) {
    answered += load.kept();
    messages += load.messages();
    refused += load.not200();
    return load;
  }

  /**
   * Gives what was spooled or parked some time to be applied, then counts; false if a row is
   * missing.
   */
  boolean check(Report report, String when) throws SQLException {
    long applied = database.awaitCount("events where state = 'APPLIED'", answered);
    long rows = database.count("events");
    long stored = database.count("messages");
    report.section("Rows " + when);
    report.add("calls answered 200", answered);
    report.add("calls answered otherwise or not at all", refused);
    report.add("rows in the ledger", rows);
    report.add("of them applied", applied);
    report.add("messages answered 200", messages);
    report.add("rows in messages", stored);
    boolean complete = rows >= answered && applied >= answered && stored >= messages;
    report.add("nothing lost", complete);
    return complete;
  }
}
