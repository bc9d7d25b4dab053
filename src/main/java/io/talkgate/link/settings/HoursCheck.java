package io.talkgate.link.settings;

import io.talkgate.platform.problem.FieldError;
import io.talkgate.platform.problem.ValueRule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds shifts that overlap, over midnight and from Sunday to Monday too, and breaks outside them.
 */
final class HoursCheck {
  private static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;

  private HoursCheck() {}

  static List<FieldError> problems(OpeningHours hours, String path) {
    List<FieldError> problems = new ArrayList<>();
    List<WorkingTime> weekly = hours.weekly();
    for (int i = 0; i < weekly.size(); i++) {
      String place = path + ".weekly[" + i + "]";
      if (overlapsEarlierOne(weekly, i)) {
        problems.add(FieldError.of(place + ".from", ValueRule.OVERLAPS));
      }
      problems.addAll(ofBreaks(weekly.get(i), place + ".breaks"));
    }
    if (hours.kept() && weekly.isEmpty()) {
      problems.add(FieldError.of(path + ".weekly", ValueRule.REQUIRED));
    }
    return problems;
  }

  private static boolean overlapsEarlierOne(List<WorkingTime> weekly, int index) {
    return IntStream.range(0, index)
        .anyMatch(earlier -> overlap(weekly.get(earlier), weekly.get(index)));
  }

  private static boolean overlap(WorkingTime one, WorkingTime other) {
    int distance = Math.floorMod(start(other) - start(one), WEEK);
    return distance < length(one.span()) || WEEK - distance < length(other.span());
  }

  private static int start(WorkingTime shift) {
    return (shift.day().getValue() - 1) * DAY + shift.span().start();
  }

  private static int length(TimeSpan span) {
    return span.end() - span.start();
  }

  private static List<FieldError> ofBreaks(WorkingTime shift, String path) {
    List<FieldError> problems = new ArrayList<>();
    int free = 0;
    for (int i = 0; i < shift.pauses().size(); i++) {
      TimeSpan pause = shift.pauses().get(i);
      int begins = Math.floorMod(pause.start() - shift.span().start(), DAY);
      if (begins < free || begins + length(pause) > length(shift.span())) {
        problems.add(FieldError.of(path + "[" + i + "]", ValueRule.WITHIN_SHIFT));
      }
      free = begins + length(pause);
    }
    return problems;
  }
}
