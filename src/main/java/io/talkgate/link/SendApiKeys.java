package io.talkgate.link;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Opens the sealed send-API keys for whoever calls NAVER. */
public interface SendApiKeys {

  /**
   * The account and key of an approved link; empty if the link is not approved, because nothing is
   * sent for it then.
   */
  Uni<Optional<SendAccess>> of(UUID brandId, UUID linkId);
}
