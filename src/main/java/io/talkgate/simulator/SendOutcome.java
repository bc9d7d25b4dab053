package io.talkgate.simulator;

import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * What an event of the send API led to.
 *
 * @param echo the event that goes back to the webhook, and to whom; null if none does
 */
record SendOutcome(SendAnswer answer, @Nullable Echo echo) {
  record Echo(Customer customer, JsonObject event) {}

  static SendOutcome silent(SendAnswer answer) {
    return new SendOutcome(answer, null);
  }

  static SendOutcome echoed(Customer customer, JsonObject event) {
    return new SendOutcome(SendAnswer.accepted(), new Echo(customer, event));
  }
}
