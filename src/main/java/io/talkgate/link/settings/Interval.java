package io.talkgate.link.settings;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of time.
 *
 * @param from its first moment
 * @param until the first moment after it
 */
record Interval(Instant from, Instant until) {

  boolean holds(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  boolean isEmpty() {
    return !from.isBefore(until);
  }

  /** What is left of it without the other: none, one or two stretches. */
  List<Interval> without(Interval other) {
    if (!other.from.isBefore(until) || !from.isBefore(other.until)) {
      return List.of(this);
    }
    List<Interval> rest = new ArrayList<>(2);
    rest.add(new Interval(from, other.from));
    rest.add(new Interval(other.until, until));
    rest.removeIf(Interval::isEmpty);
    return rest;
  }
}
