package io.talkgate.subscription;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.Caller;
import io.talkgate.platform.RequestKey;
import io.talkgate.platform.Result;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is told of what happens in the caller's brand. */
public interface Subscriptions {

  /**
   * Adds one with a secret of its own, which is shown this once.
   *
   * @return refused with VALIDATION for a URL that may not be called, SUBSCRIPTION_LIMIT,
   *     IDEMPOTENCY_KEY_REUSED
   */
  Uni<Result<Subscription>> add(
      Caller caller, String url, List<EventType> types, @Nullable RequestKey key);

  /** All of the brand, oldest first. */
  Uni<Page<Subscription>> list(Caller caller, PageRequest page);

  /**
   * Gives one another URL and other types. Its secret stays; what is still to be told goes to the
   * new URL, whatever its type.
   *
   * @return refused with VALIDATION for a URL that may not be called, NOT_FOUND
   */
  Uni<Result<Subscription>> change(Caller caller, UUID id, String url, List<EventType> types);

  /** Takes one away, and what it was still to be told; NOT_FOUND if there is none. */
  Uni<Result<Subscription>> remove(Caller caller, UUID id);
}
