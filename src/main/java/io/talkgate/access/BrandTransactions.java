package io.talkgate.access;

import io.talkgate.platform.database.DatabaseRole;
import io.talkgate.platform.database.DeskDatabase;
import io.talkgate.platform.database.Scope;
import io.talkgate.platform.database.Transactions;
import jakarta.inject.Singleton;

/**
 * The one way to the database for what is done for a caller. Whatever a statement asks for, the
 * database shows and changes rows of the caller's brand alone; of an operator, brands, members and
 * links, and nothing of conversations.
 */
@Singleton
public class BrandTransactions {
  private final DeskDatabase database;

  BrandTransactions(DeskDatabase database) {
    this.database = database;
  }

  /** Transactions for this caller. */
  public Transactions of(Caller caller) {
    return database.as(scope(caller));
  }

  static Scope scope(Caller caller) {
    return caller.isOperator() ? Scope.of(DatabaseRole.OPERATOR) : Scope.ofBrand(caller.brand());
  }
}
