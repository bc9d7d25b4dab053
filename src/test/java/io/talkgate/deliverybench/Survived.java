package io.talkgate.deliverybench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What NAVER received and what agents see of it, before they do anything about it.
 *
 * @param notShown messages that never came, or of which a try is not told, while nothing in what
 *     agents see says so
 */
record Survived(int messages, int never, int twice, int oftener, int unknown, int notShown) {

  static Survived of(List<Shown> shown, List<Receipt> receipts) {
    Map<String, Long> times =
        receipts.stream()
            .collect(Collectors.groupingBy(one -> one.user() + one.text(), Collectors.counting()));
    return shown.stream()
        .map(one -> of(one, times.getOrDefault(one.user() + one.text(), 0L)))
        .reduce(new Survived(0, 0, 0, 0, 0, 0), Survived::plus);
  }

  private static Survived of(Shown message, long times) {
    boolean never = times == 0;
    boolean isTold = never ? message.isUnknown() : message.attempts() >= times;
    return new Survived(
        1,
        count(never),
        count(times == 2),
        count(times > 2),
        count(message.isUnknown()),
        count(!isTold));
  }

  /**
   * Shows it.
   *
   * @param allHeard whether every echo came; where some fail to come, messages may be in doubt, and
   *     have to be shown as such
   */
  void show(Findings findings, boolean allHeard) {
    findings.add("messages", messages);
    doubtful(findings, allHeard, "never received", never);
    doubtful(findings, allHeard, "received twice", twice);
    doubtful(findings, allHeard, "left UNKNOWN to the agent", unknown);
    findings.none("received more than twice", oftener);
    findings.none("of all this not shown as such", notShown);
  }

  private static void doubtful(Findings findings, boolean allHeard, String what, int value) {
    if (allHeard) {
      findings.none(what, value);
    } else {
      findings.add(what, value);
    }
  }

  private static int count(boolean condition) {
    return condition ? 1 : 0;
  }

  private Survived plus(Survived other) {
    return new Survived(
        messages + other.messages,
        never + other.never,
        twice + other.twice,
        oftener + other.oftener,
        unknown + other.unknown,
        notShown + other.notShown);
  }
}
