package io.talkgate.consultation;

import io.talkgate.talktalk.OutgoingContent;
import io.vertx.mutiny.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A message that was claimed: it is SENDING, and its lane is the claimer's until the lease ends.
 *
 * @param user the customer, as NAVER knows them
 * @param accountId the link's TalkTalk account
 * @param sealedKey the link's send-API key
 * @param json the content as it is stored
 * @param queuedAt when it was written
 * @param claimedAt by the database's clock
 * @param breakersOpen how long the breakers of link and host have been open, in all their life
 * @param troubled whether calls of the link or the host were failing at the claim
 */
public record OutboxMessage(
    LaneKey lane,
    UUID id,
    UUID linkId,
    String user,
    String accountId,
    Buffer sealedKey,
    String json,
    boolean notification,
    boolean readBySend,
    Instant queuedAt,
    Instant claimedAt,
    Progress progress,
    Duration breakersOpen,
    boolean troubled) {

  /** What to send. */
  public OutgoingContent content() {
    return (OutgoingContent) Json.content(json);
  }

  /** Texts and keys stay out of logs. */
  @Override
  public String toString() {
    return "OutboxMessage[" + id + "]";
  }
}
