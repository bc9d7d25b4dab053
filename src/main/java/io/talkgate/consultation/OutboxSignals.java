package io.talkgate.consultation;

/** What the outbox tells whoever delivers. */
public interface OutboxSignals {

  /** A message was queued and committed. Must return at once. */
  void queued();
}
