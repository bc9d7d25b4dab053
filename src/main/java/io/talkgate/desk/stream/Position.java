package io.talkgate.desk.stream;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a client has come, as it stands in {@code Last-Event-ID}: everything that {@code base}
 * saw; and of what {@code upto} saw beyond it, ordered by row, all up to one entry of one row.
 *
 * @param upto the same as base where nothing is left between them
 * @param row the last row of which something was told
 * @param entry the last of this row's entries that was told, counted from 0
 */
record Position(Snapshot base, Snapshot upto, long row, int entry) {
  private static final Pattern WITHIN = Pattern.compile("([^/]*)/([^/]*)/(\\d{1,18})\\.(\\d{1,9})");

  /** Everything up to a snapshot. */
  static Position at(Snapshot snapshot) {
    return new Position(snapshot, snapshot, 0, 0);
  }

  /** Empty if nobody could have been given this id. */
  static Optional<Position> parse(String id) {
    Matcher within = WITHIN.matcher(id);
    if (!within.matches()) {
      return Snapshot.parse(id).map(Position::at);
    }
    return Snapshot.parse(within.group(1))
        .flatMap(
            base ->
                Snapshot.parse(within.group(2))
                    .map(
                        upto ->
                            new Position(
                                base,
                                upto,
                                Long.parseLong(within.group(3)),
                                Integer.parseInt(within.group(4)))));
  }

  /** As it is given to clients. */
  String id() {
    return base.equals(upto)
        ? base.text()
        : "%s/%s/%d.%d".formatted(base.text(), upto.text(), row, entry);
  }

  /** Whether an entry was told already. */
  boolean includes(long otherRow, int otherEntry) {
    return otherRow < row || (otherRow == row && otherEntry <= entry);
  }
}
