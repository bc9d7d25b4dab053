package io.talkgate.talktalk;

import io.smallrye.mutiny.Uni;

/** NAVER's send API (protocol §3). */
public interface SendApi {

  /**
   * Makes one call, without any retry, and says what came of it within the configured timeout
   * ({@code talkgate.send-api-timeout}). Never fails because of NAVER or the network: that is an
   * outcome.
   *
   * @param key the account's key, used verbatim
   * @param event what to send
   */
  Uni<SendOutcome> call(SendApiKey key, OutgoingEvent event);

  /**
   * Has NAVER fetch and keep a picture; {@link SendOutcome.Uploaded} if it did. All else as with
   * {@link #call}.
   *
   * @param imageUrl where NAVER finds it; we never look there ourselves
   */
  Uni<SendOutcome> upload(SendApiKey key, String imageUrl);
}
