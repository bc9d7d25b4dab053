package io.talkgate.deliverybench;

import java.util.UUID;

/**
 * A customer who has written.
 *
 * @param key the send-API key of the link, by which the stand-in knows it
 * @param link the link's place among all, from 0
 */
record Customer(
    UUID brandId, UUID id, UUID consultationId, UUID linkId, String user, String key, int link) {

  static String user(int link, int number) {
    return "user-%03d-%05d".formatted(link, number);
  }

  /** Among the link's customers. */
  String number() {
    return user.substring(user.lastIndexOf('-'));
  }
}
