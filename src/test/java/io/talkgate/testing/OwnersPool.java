package io.talkgate.testing;

import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the {@link AsOwner} pool. */
@Singleton
class OwnersPool {
  private static final int SIZE = 2;

  @Produces
  @Singleton
  @AsOwner
  Pool pool(
      Vertx vertx,
      @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
      @ConfigProperty(name = "talkgate.migration.username") String username,
      @ConfigProperty(name = "talkgate.migration.password") String password) {
    PgConnectOptions server = PgConnectOptions.fromUri(url).setUser(username).setPassword(password);
    Map<String, String> properties = server.getProperties();
    properties.put("talkgate.maintenance", "on");
    return new Pool(
        PgBuilder.pool()
            .with(new PoolOptions().setMaxSize(SIZE))
            .connectingTo(server.setProperties(properties))
            .using(vertx)
            .build());
  }

  void close(@Disposes @AsOwner Pool pool) {
    pool.closeAndForget();
  }
}
