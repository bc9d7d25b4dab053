package io.talkgate.link.health;

import java.util.Comparator;
import java.util.UUID;

/** A link of a brand. */
record LinkKey(UUID brandId, UUID linkId) {
  /** The order in which rows are locked. */
  static final Comparator<LinkKey> ORDER =
      Comparator.comparing((LinkKey key) -> key.brandId().toString())
          .thenComparing(key -> key.linkId().toString());
}
