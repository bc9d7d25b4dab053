package io.talkgate.link.health;

import io.smallrye.mutiny.Uni;
import io.talkgate.link.LinkStatus;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Applies the rules to a link, with what is known beside it. */
@Singleton
class Assessor {
  private final HealthRules rules;
  private final Rhythms rhythms;
  private final PublicUrlChecks publicUrls;
  private final double falseAlarms;

  Assessor(HealthConfig config, Rhythms rhythms, PublicUrlChecks publicUrls) {
    this.rules = new HealthRules(new EchoWatch(config.unechoedSends(), config.echoWait()));
    this.rhythms = rhythms;
    this.publicUrls = publicUrls;
    this.falseAlarms = config.falseAlarmsPerDay();
  }

  /** Learns anew what changes slowly. */
  Uni<Void> refresh(Instant now) {
    return rhythms.refresh(now).chain(publicUrls::refresh);
  }

  /** How the webhook is reached from outside. */
  PublicUrl publicUrl() {
    return publicUrls.latest();
  }

  Assessment assess(HealthFacts facts, Instant now) {
    return rules.assess(facts, publicUrl(), isTooQuiet(facts, now), now);
  }

  private boolean isTooQuiet(HealthFacts facts, Instant now) {
    Instant last = facts.lastEventAt();
    return last != null
        && facts.status() == LinkStatus.APPROVED
        && rhythms
            .of(facts.link())
            .map(
                rhythm ->
                    rhythm.improbability(last, facts.hours(), now) > rhythm.threshold(falseAlarms))
            .orElse(false);
  }
}
