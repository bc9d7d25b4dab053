package io.talkgate.consultation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote a message.
 *
 * @param id the member, for AGENT; null otherwise
 * @param name the agent's or Partner Center person's name; null otherwise
 */
public record Author(AuthorType type, @Nullable UUID id, @Nullable String name) {
  static final Author CUSTOMER = new Author(AuthorType.CUSTOMER, null, null);
  static final Author AUTO = new Author(AuthorType.AUTO, null, null);
  static final Author SYSTEM = new Author(AuthorType.SYSTEM, null, null);
}
