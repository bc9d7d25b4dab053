package io.talkgate.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one fault came to: a line of the table. */
record Row(
    String fault,
    long accepted,
    Map<Integer, Integer> others,
    int unanswered,
    long refused,
    Found found,
    long worstMillis,
    String note) {

  /** NAVER's limit for the answer (protocol §2). */
  static final Duration NAVERS_LIMIT = Duration.ofSeconds(5);

  /**
   * What does not hold; empty if everything does.
   *
   * @param limit how long an answer may take
   */
  List<String> broken(Allowed allowed, Duration limit) {
    List<String> broken = new ArrayList<>();
    add(broken, accepted == 0, "nothing was accepted");
    add(broken, found.lost() > allowed.lost(), found.lost() + " lost");
    add(broken, found.doubled() > 0, found.doubled() + " doubled");
    add(broken, found.disordered() > 0, found.disordered() + " customers out of order");
    add(broken, found.wrongStates() > 0, found.wrongStates() + " customers in a wrong state");
    add(
        broken,
        found.staleStates() > 0 && !allowed.staleStates(),
        found.staleStates() + " customers in a state left behind");
    add(broken, found.failed() > 0, found.failed() + " kept but not applied");
    add(broken, !allowed.statuses().containsAll(others.keySet()), "answers " + others);
    add(broken, unanswered > 0 && !allowed.unanswered(), unanswered + " unanswered");
    add(broken, refused > 0 && !allowed.refused(), refused + " met nobody");
    add(broken, worstMillis >= limit.toMillis(), "an answer took " + worstMillis + " ms");
    return broken;
  }

  private static void add(List<String> broken, boolean condition, String what) {
    if (condition) {
      broken.add(what);
    }
  }
}
