package dev.etrn.server.queue.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

/**
 * The schema of the store, with its version in the file ({@code user_version}).
 *
 * <p>A store of an older version is upgraded in one transaction, with its messages; one of a newer
 * version is refused.
 */
final class Schema {

  /** The current version; version 0 had no times of arrival, and no index of failed messages. */
  private static final int CURRENT = 1;

  private Schema() {}

  /**
   * Creates the tables, or upgrades them.
   *
   * @param now the time of arrival for entries without one
   */
  static void bringUpToDate(Connection connection, Instant now) throws SQLException {
    int version = version(connection);
    if (version > CURRENT) {
      throw new SQLException("a newer version of this server created it, use that version");
    }
    if (version < CURRENT) {
      DatabaseTransaction.of(connection, List.of(writer -> upgrade(writer, now)));
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeQuery("PRAGMA user_version").getInt(1);
    }
  }

  private static void upgrade(Connection connection, Instant now) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS entry (id INTEGER PRIMARY KEY, channel TEXT NOT NULL,"
              + " node TEXT NOT NULL, sender TEXT NOT NULL, recipients TEXT NOT NULL,"
              + " content BLOB NOT NULL, failure TEXT)");
      // A default takes no time, however many entries there are.
      statement.execute(
          "ALTER TABLE entry ADD COLUMN arrived INTEGER NOT NULL DEFAULT " + now.toEpochMilli());
      statement.execute("CREATE INDEX failed ON entry (id) WHERE failure IS NOT NULL");
      statement.execute("PRAGMA user_version = " + CURRENT);
    }
  }
}
