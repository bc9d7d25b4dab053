package io.talkgate.consultation;

import io.talkgate.talktalk.Content;
import java.util.UUID;

/** A message of ours whose echo has not come yet. */
record AwaitingEcho(UUID messageId, Content content) {}
