package io.talkgate.access;

import io.smallrye.mutiny.Uni;
import io.talkgate.platform.RequestKey;
import io.talkgate.platform.Result;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of the brands. */
public interface Members {

  /**
   * Creates a member.
   *
   * @param caller an owner, for the own brand, or an operator, for any
   * @return refused with NOT_FOUND for a brand the caller does not see, VALIDATION for a password
   *     that is the user name, USERNAME_TAKEN, IDEMPOTENCY_KEY_REUSED
   */
  Uni<Result<Member>> create(Caller caller, NewMember member, @Nullable RequestKey key);

  /** The members of the caller's brand, of all brands for an operator; oldest first. */
  Uni<Page<Member>> list(Caller caller, PageRequest page);

  /** A member of the caller's brand; empty if there is none with this id. */
  Uni<Optional<Member>> find(Caller caller, UUID memberId);

  /**
   * One member.
   *
   * @param caller an owner, for the own brand, or an operator, for any
   * @return refused with NOT_FOUND
   */
  Uni<Result<Member>> get(Caller caller, UUID memberId);
}
