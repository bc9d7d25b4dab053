package io.talkgate.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready while the schema is being brought up to date; a database that is away does not count
 * (contract §6).
 */
@Readiness
@ApplicationScoped
class SchemaReadiness implements HealthCheck {
  private final SchemaMigration migration;

  SchemaReadiness(SchemaMigration migration) {
    this.migration = migration;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("schema")
        .status(!migration.isRunning())
        .withData("migrated", migration.isDone())
        .build();
  }
}
