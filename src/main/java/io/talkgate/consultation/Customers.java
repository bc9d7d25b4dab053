package io.talkgate.consultation;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.Caller;
import io.talkgate.platform.Result;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import java.util.UUID;

/**
 * What agents read and do about customers, scoped by the caller's brand: others are refused with
 * NOT_FOUND.
 */
public interface Customers {

  /** One customer. */
  Uni<Result<Customer>> get(Caller caller, UUID id);

  /**
   * The whole timeline: messages of all consultations and of none, by time, then id; {@code
   * newestFirst} turns it round.
   */
  Uni<Result<Page<Message>>> messages(
      Caller caller, UUID id, boolean newestFirst, PageRequest page);

  /**
   * Blocks the customer and closes what is open; further events are kept on the timeline and open
   * nothing.
   */
  Uni<Result<Customer>> block(Caller caller, UUID id);

  /** Takes the block away. */
  Uni<Result<Customer>> unblock(Caller caller, UUID id);

  /** Erases nickname, cellphone and address. */
  Uni<Result<Customer>> eraseProfile(Caller caller, UUID id);
}
