package io.talkgate.faults;

/**
 * A customer at NAVER, who does the next thing only once the one before is answered 200. After
 * another answer, or none, nobody knows what was kept: this customer does nothing any more.
 */
final class Customer {
  private final String user;
  private int accepted;
  private volatile boolean inDoubt;

  Customer(String user) {
    this.user = user;
  }

  String user() {
    return user;
  }

  /** How many events were answered 200; they are the numbers below this one. */
  synchronized int accepted() {
    return accepted;
  }

  /** True if the event after the accepted ones was sent and may have been kept or not. */
  boolean isInDoubt() {
    return inDoubt;
  }

  synchronized String nextBody() {
    return Step.of(accepted).body(user, text(accepted));
  }

  synchronized void accept() {
    accepted++;
  }

  void doubt() {
    inDoubt = true;
  }

  /** The text of the event with this number. */
  static String text(int number) {
    return "message %06d".formatted(number);
  }
}
