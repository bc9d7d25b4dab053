package io.talkgate.access;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.RequestKey;
import io.talkgate.platform.Result;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import org.jspecify.annotations.Nullable;

/** The brands. */
public interface Brands {

  /**
   * Creates a brand.
   *
   * @param caller an operator
   * @param name 1 to 100 characters
   * @param key the call's Idempotency-Key; null if it has none
   * @return refused with IDEMPOTENCY_KEY_REUSED
   */
  Uni<Result<Brand>> create(Caller caller, String name, @Nullable RequestKey key);

  /** The brands the caller may see, oldest first: all for an operator, their own for a member. */
  Uni<Page<Brand>> list(Caller caller, PageRequest page);
}
