package io.talkgate.intake;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What a class writes to the log while this is open. */
final class LogLines extends Handler implements AutoCloseable {
  private final Logger log;
  private final List<String> levels = new CopyOnWriteArrayList<>();

  private LogLines(Logger log) {
    this.log = log;
  }

  static LogLines of(Class<?> type) {
    LogLines lines = new LogLines(Logger.getLogger(type.getName()));
    lines.log.addHandler(lines);
    return lines;
  }

  /** Their levels, in order. */
  List<String> levels() {
    return List.copyOf(levels);
  }

  @Override
  public void publish(LogRecord line) {
    levels.add(line.getLevel().getName());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    log.removeHandler(this);
  }
}
