package dev.etrn.server.queue.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Changes that are written together or not at all.
 *
 * <p>In SQL, and not by the driver's commit mode: a full disk ends SQLite's transaction by itself,
 * and the driver, which is not told, then refuses to roll back and never begins another.
 */
final class DatabaseTransaction {

  private DatabaseTransaction() {}

  /** Writes all changes, in their order; when that fails none is. */
  static void of(Connection connection, Iterable<StoreChange> changes) throws SQLException {
    execute(connection, "BEGIN IMMEDIATE");
    try {
      for (StoreChange change : changes) {
        change.write(connection);
      }
      execute(connection, "COMMIT");
    } catch (SQLException | RuntimeException e) {
      rollBack(connection, e);
      throw e;
    }
  }

  private static void rollBack(Connection connection, Exception why) {
    try {
      execute(connection, "ROLLBACK");
    } catch (SQLException e) {
      // Ordinary where SQLite has done it already.
      why.addSuppressed(e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
