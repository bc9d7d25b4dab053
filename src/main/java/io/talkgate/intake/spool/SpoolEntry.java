package io.talkgate.intake.spool;

/**
 * A record read back, to be given to {@link Spool#acknowledge} once it is in the database.
 *
 * @see Spool#next
 */
public final class SpoolEntry {
  private final SpoolRecord record;
  private final Position position;

  SpoolEntry(SpoolRecord record, Position position) {
    this.record = record;
    this.position = position;
  }

  /** What was appended, body opened. */
  public SpoolRecord record() {
    return record;
  }

  Position position() {
    return position;
  }

  @Override
  public String toString() {
    return "SpoolEntry[%s at %s]".formatted(record, position);
  }
}
