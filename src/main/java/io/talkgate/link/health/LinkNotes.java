package io.talkgate.link.health;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where others note what they see of links. Notes gather in memory, at most one for each live link,
 * and are written together about once a second, so that no event pays for a write of its own. What
 * a process that dies had not written is lost: the next event of the link makes it good.
 */
@Singleton
public class LinkNotes {
  private final Clock clock;
  private final Duration slow;
  private final Map<LinkKey, LinkNote> notes = new ConcurrentHashMap<>();

  LinkNotes(Clock clock, HealthConfig config) {
    this.clock = clock;
    this.slow = config.slowAnswer();
  }

  /**
   * An event of a live token is durable.
   *
   * @param event NAVER's name of it; null if it could not be read
   */
  public void received(UUID brandId, UUID linkId, @Nullable String event) {
    EventKind kind = EventKind.of(event);
    Instant now = clock.instant();
    note(brandId, linkId, note -> note.received(kind, now));
  }

  /**
   * A call with a live token was answered, or will not be.
   *
   * @param took from its first bytes on; an answer {@code OK} that took too long is noted as slow
   */
  public void answered(UUID brandId, UUID linkId, AnswerCause cause, Duration took) {
    boolean late = cause == AnswerCause.OK && took.compareTo(slow) > 0;
    AnswerCause noted = late ? AnswerCause.SLOW : cause;
    Instant now = clock.instant();
    note(brandId, linkId, note -> note.answered(noted, now, took));
  }

  /**
   * NAVER took a message, whose echo must come.
   *
   * @param began when the call began: an echo may be there before its answer
   */
  public void sent(UUID brandId, UUID linkId, Instant began) {
    note(brandId, linkId, note -> note.sent(began));
  }

  /** NAVER answered a call of the link, whatever it was for, with this result code. */
  public void called(UUID brandId, UUID linkId, String resultCode) {
    Instant now = clock.instant();
    note(brandId, linkId, note -> note.called(resultCode, now));
  }

  /** All notes so far; they are the caller's now. */
  Map<LinkKey, LinkNote> take() {
    Map<LinkKey, LinkNote> taken = new HashMap<>();
    for (LinkKey key : List.copyOf(notes.keySet())) {
      LinkNote note = notes.remove(key);
      if (note != null) {
        taken.put(key, note);
      }
    }
    return taken;
  }

  /** Notes that could not be written. */
  void giveBack(Map<LinkKey, LinkNote> unwritten) {
    unwritten.forEach((key, note) -> note(key.brandId(), key.linkId(), here -> here.add(note)));
  }

  /** A note is changed and taken under the map's lock of its key, so that nothing gets lost. */
  private void note(UUID brandId, UUID linkId, Consumer<LinkNote> change) {
    notes.compute(
        new LinkKey(brandId, linkId),
        (key, before) -> {
          LinkNote note = before == null ? new LinkNote() : before;
          change.accept(note);
          return note;
        });
  }
}
