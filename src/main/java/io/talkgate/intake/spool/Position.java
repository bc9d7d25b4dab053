package io.talkgate.intake.spool;

/**
 * Where a record stands.
 *
 * @param ordinal its place among the segment's records, from 0
 * @param offset of its first byte in the segment's file
 */
record Position(Segment segment, int ordinal, int offset) {

  @Override
  public String toString() {
    return segment.number() + ":" + offset;
  }
}
