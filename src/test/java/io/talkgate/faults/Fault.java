package io.talkgate.faults;

import java.util.Optional;

/** Something that breaks while customers write. */
sealed interface Fault
    permits ServiceKilled,
        ServiceStartedFrozen,
        DatabaseFrozen,
        DatabaseKilled,
        DatabaseDown,
        NetworkSwallows,
        CommitUnanswered,
        NetworkSlow,
        DiskOfDatabaseFull,
        DiskOfSpoolFull,
        DiskOfSpoolFullAfterOutage,
        SpoolWriteFails,
        SeveralReplicas,
        RestartWithBacklog,
        RollingStop,
        NeitherLeg,
        SpoolDamaged,
        TableLocked,
        ClockSetBack {

  /** How it is called in the table and in {@code -Dfaults.only}. */
  String name();

  /** Why it cannot be tried on this machine; empty if it can. */
  default Optional<String> impossible() {
    return given().needsDisk() && !SmallDisk.isPossible()
        ? Optional.of("needs root, to mount a tmpfs")
        : Optional.empty();
  }

  /** What stands before it. */
  default Given given() {
    return Given.usual();
  }

  /** Lets it happen, and pass. */
  void when(Stage stage) throws Exception;

  /** What it may do to the calls. */
  default Allowed then() {
    return Allowed.nothing();
  }
}
