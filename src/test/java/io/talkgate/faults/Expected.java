package io.talkgate.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What so many events of a customer leave behind. */
record Expected(int events) {

  /** NAVER's names of the events, in order. */
  List<String> names() {
    return IntStream.range(0, events).mapToObj(number -> Step.of(number).event()).toList();
  }

  /** The texts of the messages, in order. */
  List<String> texts() {
    return texts(0, events);
  }

  /** The consultations, oldest first, as {@link Kept#consultations} has them. */
  List<String> consultations() {
    List<String> all = new ArrayList<>();
    for (int first = 0; first < events; first += Step.round()) {
      int end = Math.min(events, first + Step.round());
      List<String> texts = texts(first, end);
      all.add(Step.of(end - 1).state() + " " + String.join(",", texts));
    }
    return all;
  }

  private static List<String> texts(int from, int to) {
    return IntStream.range(from, to)
        .filter(number -> Step.of(number).isMessage())
        .mapToObj(Customer::text)
        .toList();
  }
}
