package io.talkgate.faults;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares what was answered to one customer's calls with what the database holds. */
final class Comparison {
  private final Expected least;
  private final Expected most;
  private final Kept kept;

  Comparison(Customer customer, Kept kept) {
    least = new Expected(customer.accepted());
    most = new Expected(customer.accepted() + (customer.isInDoubt() ? 1 : 0));
    this.kept = kept;
  }

  Found found() {
    boolean explained = kept.hasLate() || lost() > 0;
    int otherState = rightStates() ? 0 : 1;
    return new Found(
        lost(),
        doubled(),
        inOrder() ? 0 : 1,
        explained ? 0 : otherState,
        explained ? otherState : 0,
        kept.failed());
  }

  private int lost() {
    Set<String> missing = new HashSet<>(least.texts());
    missing.removeAll(new HashSet<>(kept.texts()));
    int others = 0;
    for (String name : names(false)) {
      others += Math.max(0, count(least.names(), name) - count(kept.events(), name));
    }
    return missing.size() + others;
  }

  private int doubled() {
    int texts = kept.texts().size() - new HashSet<>(kept.texts()).size();
    int others = 0;
    for (String name : names(false)) {
      others += Math.max(0, count(kept.events(), name) - count(most.names(), name));
    }
    return texts + others;
  }

  /** Of what is there; what is missing is counted as lost. */
  private boolean inOrder() {
    boolean complete = kept.events().size() >= least.events();
    return kept.texts().equals(kept.texts().stream().sorted().toList())
        && (!complete || isEither(least.names(), most.names(), kept.events()));
  }

  private boolean rightStates() {
    return isEither(least.consultations(), most.consultations(), kept.consultations());
  }

  private static boolean isEither(List<String> one, List<String> other, List<String> actual) {
    return actual.equals(one) || actual.equals(other);
  }

  private static Set<String> names(boolean messages) {
    Set<String> names = new HashSet<>();
    for (Step step : Step.values()) {
      if (step.isMessage() == messages) {
        names.add(step.event());
      }
    }
    return names;
  }

  private static int count(List<String> all, String one) {
    return Collections.frequency(all, one);
  }
}
