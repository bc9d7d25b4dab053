package io.talkgate.deliverybench;

import java.util.Map;

/** Which echoes come while replicas are killed; a third of the links each. */
enum Hearing {
  /** All. */
  EVERY("echoes on"),
  /** Every other one: the link demonstrably hears, and this message's echo fails to come. */
  EVERY_OTHER("every other echo lost"),
  /** None at all. */
  NONE("echoes off");

  private final String title;

  Hearing(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  static Hearing of(Customer customer) {
    return values()[customer.link() % values().length];
  }

  /** Whether the echo of this message comes. */
  static boolean comes(Receipt receipt, Map<String, Customer> customers) {
    Customer customer = customers.get(receipt.user());
    return customer != null && of(customer).hears(receipt.number());
  }

  private boolean hears(int number) {
    return switch (this) {
      case EVERY -> true;
      case EVERY_OTHER -> number % 2 == 0;
      case NONE -> false;
    };
  }
}
