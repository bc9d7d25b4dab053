package io.talkgate.link;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import java.util.Optional;
import java.util.UUID;

/** Opens the sealed send-API keys for whoever calls NAVER. */
public interface SendApiKeys {

  /**
   * The account and key of an approved link; empty if the link is not approved, because nothing is
   * sent for it then.
   */
  Uni<Optional<SendAccess>> of(UUID brandId, UUID linkId);

  /** Opens a key that was read along with something else of an approved link. */
  SendAccess open(UUID brandId, UUID linkId, String accountId, Buffer sealedKey);

  /**
   * NAVER refuses this key, and it is no fault of the message: nothing is sent for the link until
   * it has a new one.
   *
   * @param sealedKey as it was read
   * @return whether that stopped the link; false if it has another key by now or was stopped before
   */
  Uni<Boolean> rejected(UUID brandId, UUID linkId, Buffer sealedKey);
}
