package io.talkgate.link.health;

import io.vertx.mutiny.core.buffer.Buffer;
import java.util.UUID;

/**
 * A key that is to be checked.
 *
 * @param accountId the TalkTalk account whose it is
 * @param sealedKey as it was read, to be given back with the verdict
 */
public record DueKeyCheck(UUID brandId, UUID linkId, String accountId, Buffer sealedKey) {}
