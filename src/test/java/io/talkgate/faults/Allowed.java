package io.talkgate.faults;

import java.util.Set;

/**
 * What a fault may do beyond nothing at all.
 *
 * @param refused calls may meet nobody: the only service is down
 * @param unanswered calls may break off: the service that had them was killed
 * @param statuses answers other than 200
 * @param staleStates states may stay behind: the event that moved them was spooled on one replica
 *     while the other had the database (contract §1); the messages still stand in their order
 * @param lost how many events may be lost
 */
record Allowed(
    boolean refused, boolean unanswered, Set<Integer> statuses, boolean staleStates, int lost) {

  static Allowed nothing() {
    return new Allowed(false, false, Set.of(), false, 0);
  }

  /** While the only service is killed and started again. */
  static Allowed whileItIsDown() {
    return new Allowed(true, true, Set.of(), false, 0);
  }

  /** While neither leg can keep anything (contract §2). */
  static Allowed notKept() {
    return new Allowed(false, false, Set.of(503), false, 0);
  }

  static Allowed staleStatesOfReplicas() {
    return new Allowed(false, false, Set.of(), true, 0);
  }

  Allowed losing(int events) {
    return new Allowed(refused, unanswered, statuses, true, events);
  }
}
