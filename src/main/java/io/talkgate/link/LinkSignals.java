package io.talkgate.link;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** What links tell the room above them, after their change has been committed. */
public interface LinkSignals {

  /** The link was approved: its parked events may be applied. */
  Uni<Void> approved(UUID brandId, UUID linkId);

  /** The link was revoked: its open consultations are to be closed. */
  Uni<Void> revoked(UUID brandId, UUID linkId);
}
