package io.talkgate.intake.spool;

/** Entries of no spool, for stand-ins of one. */
public final class Entries {
  private Entries() {}

  /** An entry of this record, in a place nobody may ask for. */
  public static SpoolEntry of(SpoolRecord record) {
    return new SpoolEntry(record, new Position(new Segment(0), 0, 0));
  }
}
