package io.talkgate.link.health;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Applies the rules to a link, with what is known beside it. */
@ApplicationScoped
class Assessor {
  private final HealthRules rules;

  Assessor(HealthConfig config) {
    this.rules = new HealthRules(new EchoWatch(config.unechoedSends(), config.echoWait()));
  }

  /** Learns anew what changes slowly. */
  Uni<Void> refresh(Instant now) {
    return Uni.createFrom().voidItem();
  }

  /** How the webhook is reached from outside. */
  PublicUrl publicUrl() {
    return PublicUrl.UNKNOWN;
  }

  Assessment assess(HealthFacts facts, Instant now) {
    return rules.assess(facts, publicUrl(), false, now);
  }
}
