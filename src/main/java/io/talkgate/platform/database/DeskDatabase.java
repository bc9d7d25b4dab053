package io.talkgate.platform.database;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;

/**
 * The connections that serve one call after another, each as somebody else. Only {@code access}
 * knows for whom.
 */
@Singleton
public class DeskDatabase {
  private final Pool pool;

  DeskDatabase(Pool pool) {
    this.pool = pool;
  }

  /** Transactions in this scope. */
  public Transactions as(Scope scope) {
    return Transactions.on(pool, scope);
  }
}
