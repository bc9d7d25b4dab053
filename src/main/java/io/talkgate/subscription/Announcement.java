package io.talkgate.subscription;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that happened in a brand.
 *
 * @param id of what happened: told twice under the same one it is delivered once
 * @param at when it happened
 * @param data what there is to say; JSON values
 */
public record Announcement(UUID brandId, UUID id, EventType type, Instant at, Map<String, ?> data) {

  /** The id of something that replicas find out independently of each other: the same for all. */
  public static UUID idOf(String what) {
    return UUID.nameUUIDFromBytes(what.getBytes(StandardCharsets.UTF_8));
  }
}
