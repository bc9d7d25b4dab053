package io.talkgate.talktalk;

/** Placeholder until the talktalk room is merged. */
public interface OutgoingContent extends Content {}
