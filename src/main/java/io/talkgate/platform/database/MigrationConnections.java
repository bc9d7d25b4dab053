package io.talkgate.platform.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The connections on which the schema is changed. A statement on them may take as long as it takes,
 * so no time-out can tell a dead one; somebody else has to see that the database is gone, and cuts
 * them off.
 */
final class MigrationConnections implements DataSource {
  private static final String SECONDS_TO_CONNECT = "3";

  /** Row-level security is forced: without it the owner would see no row to be migrated. */
  private static final String MAINTENANCE = "-c talkgate.maintenance=on";

  private final String url;
  private final String username;
  private final String password;
  private final Set<Connection> opened = ConcurrentHashMap.newKeySet();

  MigrationConnections(String url, String username, String password) {
    this.url = url;
    this.username = username;
    this.password = password;
  }

  /** Ends all of them at once; whatever waits for an answer on one fails. */
  void cutOff() {
    opened.forEach(MigrationConnections::cutOff);
  }

  /** Asks the same database, as the same role, whether it still answers. */
  DatabaseProbe probe() {
    return new DatabaseProbe(url, username, password);
  }

  @Override
  public Connection getConnection() throws SQLException {
    return getConnection(username, password);
  }

  @Override
  public Connection getConnection(String user, String itsPassword) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", user);
    properties.setProperty("password", itsPassword);
    properties.setProperty("connectTimeout", SECONDS_TO_CONNECT);
    properties.setProperty("loginTimeout", SECONDS_TO_CONNECT);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("options", MAINTENANCE);
    Connection connection = DriverManager.getConnection(url, properties);
    opened.removeIf(MigrationConnections::isClosed);
    opened.add(connection);
    return connection;
  }

  private static void cutOff(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException alreadyGone) {
      // That is what was wanted.
    }
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException broken) {
      return true;
    }
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public int getLoginTimeout() {
    return Integer.parseInt(SECONDS_TO_CONNECT);
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException(type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
