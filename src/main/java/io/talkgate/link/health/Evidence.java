package io.talkgate.link.health;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Which checks a link has passed. */
final class Evidence {
  private Evidence() {}

  /** In the order in which they are done. */
  static List<Check> of(HealthFacts facts, PublicUrl publicUrl) {
    Map<EventKind, Instant> seen = facts.seen();
    boolean goodKey = facts.keyVerdict() == KeyVerdict.GOOD && !facts.keyRefused();
    return List.of(
        new Check(CheckName.KEY, goodKey, facts.keyCheckedAt()),
        new Check(
            CheckName.PUBLIC_URL,
            publicUrl.okAt() != null && !publicUrl.isFailing(),
            publicUrl.okAt()),
        Check.seen(CheckName.FIRST_EVENT, facts.lastEventAt()),
        Check.seen(CheckName.EVENT_SEND, seen.get(EventKind.SEND)),
        Check.seen(CheckName.EVENT_OPEN, seen.get(EventKind.OPEN)),
        Check.seen(CheckName.EVENT_LEAVE, seen.get(EventKind.LEAVE)),
        Check.seen(CheckName.EVENT_FRIEND, seen.get(EventKind.FRIEND)),
        Check.seen(CheckName.EVENT_ECHO, seen.get(EventKind.ECHO)));
  }
}
