package io.talkgate.intake;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says which leg takes events and what is spooled. It never makes the service unready: the webhook
 * is served from either (contract §6).
 */
@Readiness
@ApplicationScoped
class IntakeReadiness implements HealthCheck {
  private final Legs legs;
  private final SpoolLeg spool;

  IntakeReadiness(Legs legs, SpoolLeg spool) {
    this.legs = legs;
    this.spool = spool;
  }

  @Override
  public HealthCheckResponse call() {
    boolean databaseAway = legs.isDatabaseAway();
    return HealthCheckResponse.named("intake")
        .up()
        .withData("degraded", databaseAway || spool.pending() > 0)
        .withData("leg", databaseAway ? "spool" : "database")
        .withData("spoolRecords", spool.pending())
        .withData("spoolBytes", spool.bytes())
        .build();
  }
}
