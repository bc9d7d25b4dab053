package io.talkgate.simulator;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;

/**
 * Profile consents (protocol §2, §3): while one runs, sends to the customer are refused and the
 * customer's events wait. It ends by an answer, or without one after a minute of silence.
 */
final class Consents {
  private static final Set<String> ENDING = Set.of("SUCCESS", "DISAGREE", "CANCEL");

  private final Vertx vertx;
  private final SimulatorSettings settings;
  private final Webhooks webhooks;
  private final Journal journal;

  Consents(Vertx vertx, SimulatorSettings settings, Webhooks webhooks, Journal journal) {
    this.vertx = vertx;
    this.settings = settings;
    this.webhooks = webhooks;
    this.journal = journal;
  }

  void start(Account account, Customer customer, String field, List<String> agreements) {
    Consent consent = new Consent(field, agreements, journal.now());
    customer.setConsent(consent);
    waitOn(account, customer, consent);
    journal.changed(account, customer);
  }

  /** Whether {@code event} must wait for the consent to end; the silence then starts anew. */
  boolean holds(Account account, Customer customer, JsonObject event) {
    Consent consent = customer.consent();
    if (consent == null || ends(event)) {
      return false;
    }
    vertx.cancelTimer(consent.timer());
    waitOn(account, customer, consent);
    return true;
  }

  /** Delivers the answer to a profile request, and then what waited for it. */
  Future<Delivery> answer(Account account, Customer customer, JsonObject event) {
    Future<Delivery> delivery = webhooks.deliver(account, customer, event);
    Consent consent = customer.consent();
    if (consent != null && ends(event)) {
      end(account, customer, consent);
    }
    return delivery;
  }

  private static boolean ends(JsonObject event) {
    return "profile".equals(Fields.text(event, "event"))
        && ENDING.contains(Fields.text(Fields.object(event, "options"), "result", ""));
  }

  private void waitOn(Account account, Customer customer, Consent consent) {
    Duration left = Duration.between(journal.now(), consent.since().plus(settings.consentLimit()));
    Duration next =
        left.compareTo(settings.consentSilence()) < 0 ? left : settings.consentSilence();
    consent.setTimer(
        vertx.setTimer(Math.max(1, next.toMillis()), id -> end(account, customer, consent)));
  }

  private void end(Account account, Customer customer, Consent consent) {
    vertx.cancelTimer(consent.timer());
    if (customer.consent() == consent) {
      customer.setConsent(null);
      journal.changed(account, customer);
      new ArrayDeque<>(consent.held()).forEach(held -> webhooks.deliver(account, customer, held));
    }
  }
}
