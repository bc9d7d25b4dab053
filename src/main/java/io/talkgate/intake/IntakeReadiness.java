package io.talkgate.intake;

import io.talkgate.platform.database.SchemaMigration;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says which leg takes events and what is spooled. A database that is away never makes the service
 * unready: the webhook is served from either leg (contract §6). Only the first seconds do, until
 * the way to the database is warm.
 */
@Readiness
@Singleton
class IntakeReadiness implements HealthCheck {
  private final Legs legs;
  private final SpoolLeg spool;
  private final SchemaMigration schema;
  private final WarmUp warmUp;

  IntakeReadiness(Legs legs, SpoolLeg spool, SchemaMigration schema, WarmUp warmUp) {
    this.legs = legs;
    this.spool = spool;
    this.schema = schema;
    this.warmUp = warmUp;
  }

  @Override
  public HealthCheckResponse call() {
    boolean databaseAway = legs.isDatabaseAway() || !schema.isDone();
    return HealthCheckResponse.named("intake")
        .status(warmUp.isOver())
        .withData("degraded", databaseAway || spool.pending() > 0)
        .withData("leg", databaseAway ? "spool" : "database")
        .withData("spoolRecords", spool.pending())
        .withData("spoolBytes", spool.bytes())
        .build();
  }
}
