package io.talkgate.platform.database;

import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The transactions of those who work for all brands; their connections log in with the role. */
@Singleton
class RoleTransactions {

  @Produces
  @Singleton
  @ActingAs(DatabaseRole.INTAKE)
  Transactions intake(@ReactiveDataSource(Pools.INTAKE) Pool pool) {
    return Transactions.on(pool);
  }

  @Produces
  @Singleton
  @ActingAs(DatabaseRole.DELIVERY)
  Transactions delivery(@ReactiveDataSource(Pools.DELIVERY) Pool pool) {
    return Transactions.on(pool);
  }

  @Produces
  @Singleton
  @ActingAs(DatabaseRole.TIMERS)
  Transactions timers(@ReactiveDataSource(Pools.TIMERS) Pool pool) {
    return Transactions.on(pool);
  }
}
