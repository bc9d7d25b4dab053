package io.talkgate.faults;

/**
 * What the database holds, compared with what was answered 200.
 *
 * @param lost events that were answered 200 and are not there
 * @param doubled events that are there more than once
 * @param disordered customers whose events stand in another order than they were sent
 * @param wrongStates customers whose consultations are not what their events make of them
 * @param staleStates the same where an event came late (after one that was received later) or was
 *     lost: it may not move a state backwards (contract §1)
 * @param failed events that are kept and could not be applied
 */
record Found(int lost, int doubled, int disordered, int wrongStates, int staleStates, int failed) {
  static Found nothing() {
    return new Found(0, 0, 0, 0, 0, 0);
  }

  Found plus(Found other) {
    return new Found(
        lost + other.lost,
        doubled + other.doubled,
        disordered + other.disordered,
        wrongStates + other.wrongStates,
        staleStates + other.staleStates,
        failed + other.failed);
  }
}
