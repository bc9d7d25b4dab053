package io.talkgate.deliverybench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What NAVER received of what was queued.
 *
 * @param messages how many were queued
 * @param missing how many never came
 * @param doubled how many came more than once
 * @param most how often the one came that came most often
 * @param disordered customers of whom a message came after a younger one
 */
record Comparison(int messages, int missing, int doubled, int most, int disordered) {

  /** Compares the receipts of one run with how many messages were queued for each user. */
  static Comparison of(Map<String, Integer> queued, List<Receipt> receipts) {
    Map<String, List<Integer>> numbers = new HashMap<>();
    receipts.forEach(
        one -> numbers.computeIfAbsent(one.user(), user -> new ArrayList<>()).add(one.number()));
    return queued.entrySet().stream()
        .map(user -> of(user.getValue(), numbers.getOrDefault(user.getKey(), List.of())))
        .reduce(new Comparison(0, 0, 0, 0, 0), Comparison::plus);
  }

  private static Comparison of(int queued, List<Integer> received) {
    int[] times = new int[queued];
    int disordered = 0;
    int last = -1;
    for (int number : received) {
      disordered = number < last ? 1 : disordered;
      last = Math.max(last, number);
      times[number]++;
    }
    Comparison all = new Comparison(queued, 0, 0, 0, disordered);
    for (int time : times) {
      all = all.plus(new Comparison(0, time == 0 ? 1 : 0, time > 1 ? 1 : 0, time, 0));
    }
    return all;
  }

  /** Each message came once and in its turn. */
  void show(Findings findings) {
    findings.none("messages never received", missing);
    findings.none("messages received more than once", doubled);
    findings.none("customers out of order", disordered);
  }

  private Comparison plus(Comparison other) {
    return new Comparison(
        messages + other.messages,
        missing + other.missing,
        doubled + other.doubled,
        Math.max(most, other.most),
        disordered + other.disordered);
  }
}
