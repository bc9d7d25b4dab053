package io.talkgate.platform.database;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says whether the schema is up to date. It never makes the service unready: a start waits for the
 * migrations by itself, and where the database is away the webhook is served without (contract §6).
 */
@Readiness
@Singleton
class SchemaReadiness implements HealthCheck {
  private final SchemaMigration migration;

  SchemaReadiness(SchemaMigration migration) {
    this.migration = migration;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("schema")
        .up()
        .withData("degraded", !migration.isDone())
        .withData("migrated", migration.isDone())
        .build();
  }
}
