package io.talkgate.platform.database;

/** The datasource that intake alone uses. */
public final class IntakeDatabase {
  /** Its name, for {@code @ReactiveDataSource}. */
  public static final String NAME = "intake";

  private IntakeDatabase() {}
}
