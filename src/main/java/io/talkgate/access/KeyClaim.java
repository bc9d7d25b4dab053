package io.talkgate.access;

import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** What claiming a call's Idempotency-Key came to. */
public sealed interface KeyClaim {

  /** One of the three answers, whichever the claim came to. */
  <R> R fold(
      Function<UUID, ? extends R> whenFresh,
      Function<UUID, ? extends R> whenRepeated,
      Supplier<? extends R> whenReused);

  /**
   * Nobody has used the key within 24 hours, or the call has none: go on and create.
   *
   * @param id the new resource's identifier, as it was given to the claim
   */
  record Fresh(UUID id) implements KeyClaim {
    @Override
    public <R> R fold(
        Function<UUID, ? extends R> whenFresh,
        Function<UUID, ? extends R> whenRepeated,
        Supplier<? extends R> whenReused) {
      return whenFresh.apply(id);
    }
  }

  /**
   * The same call was made before: create nothing, answer with what it made.
   *
   * @param resourceId what it made
   */
  record Repeated(UUID resourceId) implements KeyClaim {
    @Override
    public <R> R fold(
        Function<UUID, ? extends R> whenFresh,
        Function<UUID, ? extends R> whenRepeated,
        Supplier<? extends R> whenReused) {
      return whenRepeated.apply(resourceId);
    }
  }

  /** The key was used for another call: refuse with IDEMPOTENCY_KEY_REUSED. */
  record Reused() implements KeyClaim {
    @Override
    public <R> R fold(
        Function<UUID, ? extends R> whenFresh,
        Function<UUID, ? extends R> whenRepeated,
        Supplier<? extends R> whenReused) {
      return whenReused.get();
    }
  }
}
