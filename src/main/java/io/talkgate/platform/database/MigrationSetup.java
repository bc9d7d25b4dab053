package io.talkgate.platform.database;

import io.quarkus.arc.Unremovable;
import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Has Flyway use connections that can be cut off. */
@Singleton
@Unremovable
class MigrationSetup implements FlywayConfigurationCustomizer {
  /** Another replica's migration may take its time, too; should the database go, we are cut off. */
  private static final int UNLIMITED = -1;

  private final MigrationConnections connections;

  MigrationSetup(
      @ConfigProperty(name = "quarkus.flyway.jdbc-url") String url,
      @ConfigProperty(name = "quarkus.flyway.username") String username,
      @ConfigProperty(name = "quarkus.flyway.password") String password) {
    connections = new MigrationConnections(url, username, password);
  }

  @Produces
  @Singleton
  @Typed(MigrationConnections.class)
  MigrationConnections connections() {
    return connections;
  }

  @Override
  public void customize(FluentConfiguration configuration) {
    configuration.dataSource(connections).lockRetryCount(UNLIMITED);
  }
}
