package io.talkgate.link;

import io.smallrye.mutiny.Uni;
import io.talkgate.access.Caller;
import io.talkgate.platform.RequestKey;
import io.talkgate.platform.Result;
import io.talkgate.platform.paging.Page;
import io.talkgate.platform.paging.PageRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The links and their life cycle. Every call is scoped by the caller's brand; an operator sees the
 * links of all brands. A link the caller does not see is refused with NOT_FOUND, a call its state
 * does not allow with LINK_STATE.
 */
public interface Links {

  /** Creates a link in DRAFT; NOT_FOUND for a brand the caller does not belong to. */
  Uni<Result<Link>> create(Caller caller, NewLink link, @Nullable RequestKey key);

  /** The links the caller sees, oldest first; of one status only if one is given. */
  Uni<Page<Link>> list(Caller caller, @Nullable LinkStatus status, PageRequest page);

  /** One link. */
  Uni<Result<Link>> get(Caller caller, UUID id);

  /** Changes a link; the account only in DRAFT and REJECTED, nothing in REVOKED. */
  Uni<Result<Link>> change(Caller caller, UUID id, LinkChange change);

  /**
   * DRAFT or REJECTED → PENDING; the first time it gets its brand key, chat URL and webhook URL.
   */
  Uni<Result<Link>> requestApproval(Caller caller, UUID id);

  /** PENDING → APPROVED; ACCOUNT_IN_USE if another link of the account is approved. */
  Uni<Result<Link>> approve(Caller operator, UUID id);

  /** PENDING → REJECTED with a reason. */
  Uni<Result<Link>> reject(Caller operator, UUID id, String reason);

  /** Any state → REVOKED, for good: the token dies and open consultations are closed. */
  Uni<Result<Link>> revoke(Caller caller, UUID id);

  /**
   * Makes a new webhook URL.
   *
   * @param revokeOld whether the old one dies at once instead of staying live for 7 days
   */
  Uni<Result<Link>> renewWebhookUrl(Caller caller, UUID id, boolean revokeOld);
}
