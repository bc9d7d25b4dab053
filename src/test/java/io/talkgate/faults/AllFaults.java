package io.talkgate.faults;

import java.util.List;

/** Every fault, in the order in which they are tried. */
final class AllFaults {
  static final List<Fault> LIST =
      List.of(
          new ServiceKilled(),
          new ServiceStartedFrozen(),
          new DatabaseFrozen(),
          new DatabaseKilled(),
          new NetworkSwallows(),
          new CommitUnanswered(),
          new NetworkSlow(),
          new TableLocked("messages"),
          new TableLocked("events"),
          new TableLocked("customers"),
          new TableLocked("links"),
          new TableLocked("webhook_tokens"),
          new DiskOfDatabaseFull(),
          new DiskOfSpoolFull(),
          new DiskOfSpoolFullAfterOutage(),
          new SpoolWriteFails(),
          new SpoolDamaged(),
          new SeveralReplicas(2),
          new SeveralReplicas(3),
          new RestartWithBacklog(),
          new RollingStop(2),
          new RollingStop(3),
          new ClockSetBack(false),
          new ClockSetBack(true),
          new NeitherLeg(),
          new DatabaseDown());

  private AllFaults() {}
}
