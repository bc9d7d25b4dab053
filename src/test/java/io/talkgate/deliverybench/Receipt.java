package io.talkgate.deliverybench;

/**
 * A message that NAVER received.
 *
 * @param nanos when, in {@link System#nanoTime}
 * @param key the send-API key it came with, which tells the link
 * @param run the part of the measuring it belongs to
 * @param number the message's number among those to this user in this run, from 0
 */
record Receipt(long nanos, String key, String user, String run, int number) {

  /** What a message with this number says. */
  static String text(String run, int number) {
    return run + " " + number;
  }

  static Receipt of(long nanos, String key, String user, String text) {
    int space = text.indexOf(' ');
    return new Receipt(
        nanos, key, user, text.substring(0, space), Integer.parseInt(text.substring(space + 1)));
  }

  String text() {
    return text(run, number);
  }
}
