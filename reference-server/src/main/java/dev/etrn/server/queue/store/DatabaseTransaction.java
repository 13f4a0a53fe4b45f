package dev.etrn.server.queue.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A transaction: changes that are written together or not at all.
 *
 * <p>It uses SQL, not the driver's commit mode: a full disk ends SQLite's transaction by itself,
 * and the driver, which does not notice, then refuses to roll back and never begins another.
 */
final class DatabaseTransaction {

  private DatabaseTransaction() {}

  /** Writes all changes in order; none if one fails. */
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

  private static void rollBack(Connection connection, Exception cause) {
    try {
      execute(connection, "ROLLBACK");
    } catch (SQLException e) {
      // Expected when SQLite has already rolled back.
      cause.addSuppressed(e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
