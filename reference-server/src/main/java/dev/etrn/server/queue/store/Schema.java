package dev.etrn.server.queue.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;

/**
 * The tables of the store, by versions that the file itself remembers ({@code user_version}).
 *
 * <p>A store of an older version is brought up to date in one transaction, whatever waits in it;
 * one of a newer version is not touched.
 */
final class Schema {

  /** 0 had no times of arrival, and no index of failed messages. */
  private static final int CURRENT = 1;

  private Schema() {}

  /**
   * Makes the tables, or brings them up to date.
   *
   * @param now the time of arrival of entries that have none
   */
  static void bringUpToDate(Connection connection, Instant now) throws SQLException {
    int found = version(connection);
    if (found > CURRENT) {
      throw new SQLException("a newer version of this server made it, use that one");
    }
    if (found < CURRENT) {
      DatabaseTransaction.of(connection, List.of(c -> upgrade(c, now)));
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
      // A default costs no time, however many entries there are.
      statement.execute(
          "ALTER TABLE entry ADD COLUMN arrived INTEGER NOT NULL DEFAULT " + now.toEpochMilli());
      statement.execute("CREATE INDEX failed ON entry (id) WHERE failure IS NOT NULL");
      statement.execute("PRAGMA user_version = " + CURRENT);
    }
  }
}
