package io.talkgate.link.health;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was seen of one link since the last writing. Guarded by {@link LinkNotes}. */
final class LinkNote {
  /** As many as are kept, the first ones: more than any threshold needs. */
  static final int SENDS_KEPT = 10;

  private static final int HOURS = 24;
  private static final long SLOT_SECONDS = Duration.ofMinutes(5).toSeconds();

  /** Longer than anybody asks for, while the database is away. */
  private static final int SLOTS_KEPT = 200;

  final Map<EventKind, Instant> seen = new EnumMap<>(EventKind.class);
  final Map<LocalDate, int[]> days = new HashMap<>();
  final Map<Slot, Answers> answers = new HashMap<>();
  final List<Instant> sends = new ArrayList<>();
  @Nullable String resultCode;
  @Nullable Instant calledAt;

  /** Five minutes and how calls were answered in them. */
  record Slot(Instant begin, AnswerCause cause) {
    static Slot of(Instant at, AnswerCause cause) {
      long second = at.getEpochSecond();
      return new Slot(Instant.ofEpochSecond(second - Math.floorMod(second, SLOT_SECONDS)), cause);
    }
  }

  /** So many answers, the slowest of which took so long. */
  record Answers(int count, long slowestMillis) {
    Answers and(Answers more) {
      return new Answers(count + more.count, Math.max(slowestMillis, more.slowestMillis));
    }
  }

  void received(EventKind kind, Instant at) {
    seen.merge(kind, at, LinkNote::later);
    KoreanHour hour = KoreanHour.of(at);
    days.computeIfAbsent(hour.day(), day -> new int[HOURS])[hour.hour()]++;
  }

  void answered(AnswerCause cause, Instant at, Duration took) {
    add(Slot.of(at, cause), new Answers(1, took.toMillis()));
  }

  void sent(Instant began) {
    sends.add(began);
    if (sends.size() > SENDS_KEPT) {
      sends.remove(Collections.max(sends));
    }
  }

  void called(String code, Instant at) {
    if (calledAt == null || !at.isBefore(calledAt)) {
      resultCode = code;
      calledAt = at;
    }
  }

  /** Takes in what could not be written. */
  void add(LinkNote unwritten) {
    unwritten.seen.forEach((kind, at) -> seen.merge(kind, at, LinkNote::later));
    unwritten.days.forEach((day, hours) -> days.merge(day, hours, LinkNote::sum));
    unwritten.answers.forEach(this::add);
    unwritten.sends.forEach(this::sent);
    if (unwritten.resultCode != null && unwritten.calledAt != null) {
      called(unwritten.resultCode, unwritten.calledAt);
    }
  }

  private void add(Slot slot, Answers more) {
    if (answers.containsKey(slot) || answers.size() < SLOTS_KEPT) {
      answers.merge(slot, more, Answers::and);
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static int[] sum(int[] hours, int[] more) {
    int[] sum = new int[HOURS];
    for (int hour = 0; hour < HOURS; hour++) {
      sum[hour] = hours[hour] + more[hour];
    }
    return sum;
  }
}
