package io.talkgate.desk.stream;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A snapshot of the database, as PostgreSQL writes it ({@code pg_snapshot}): which transactions
 * were over at one moment. Of two snapshots the later one sees all that the earlier one saw, in
 * whichever order ids were given out.
 */
record Snapshot(String text) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,18}):(\\d{1,18}):((?:\\d{1,18}(?:,\\d{1,18})*)?)");
  private static final int LONGEST = 4_000;

  /** Empty if PostgreSQL would never have written this. */
  static Optional<Snapshot> parse(String text) {
    Matcher form = FORM.matcher(text);
    return text.length() <= LONGEST && form.matches() && isInOrder(form)
        ? Optional.of(new Snapshot(text))
        : Optional.empty();
  }

  /** Each of those that were running lies between the bounds, after the one before it. */
  private static boolean isInOrder(Matcher form) {
    long last = Long.parseLong(form.group(1));
    long end = Long.parseLong(form.group(2));
    if (last < 1 || last > end) {
      return false;
    }
    long before = last - 1;
    for (String running : form.group(3).isEmpty() ? new String[0] : form.group(3).split(",")) {
      long each = Long.parseLong(running);
      if (each <= before || each >= end) {
        return false;
      }
      before = each;
    }
    return true;
  }
}
