package io.talkgate.consultation;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;

/** Reads what a lane's row says of the message in work. */
final class LaneColumns {
  private static final double NANOS = 1e9;

  private LaneColumns() {}

  static Progress progress(Row row) {
    String trouble = row.getString("trouble");
    return new Progress(
        row.getInteger("delivery_attempts"),
        Rows.time(row, "tries_since"),
        trouble == null ? null : Trouble.valueOf(trouble),
        Rows.optionalTime(row, "trouble_since"),
        row.getInteger("trouble_times"),
        duration(row.getDouble("open_before")),
        Rows.optionalTime(row, "uncertain_since"),
        row.getBoolean("resent"));
  }

  static Duration duration(double seconds) {
    return Duration.ofNanos((long) (seconds * NANOS));
  }

  static double seconds(Duration duration) {
    return duration.toNanos() / NANOS;
  }
}
