package dev.etrn.server.queue.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The triggers in a store that make every removal and change of entries fail while this is open.
 */
final class RefusedChanges implements AutoCloseable {

  private final Connection connection;

  RefusedChanges(Path directory) throws SQLException {
    connection = connect(directory);
    for (String change : new String[] {"DELETE", "UPDATE"}) {
      execute(
          "CREATE TRIGGER no_%s BEFORE %s ON entry BEGIN SELECT RAISE(ABORT, 'not now'); END"
              .formatted(change, change));
    }
  }

  long entries() throws SQLException {
    return entries(connection);
  }

  @Override
  public void close() throws SQLException {
    try (connection) {
      execute("DROP TRIGGER no_DELETE");
      execute("DROP TRIGGER no_UPDATE");
    }
  }

  static long entriesIn(Path directory) throws SQLException {
    try (Connection connection = connect(directory)) {
      return entries(connection);
    }
  }

  private static long entries(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeQuery("SELECT count(*) FROM entry").getLong(1);
    }
  }

  private static Connection connect(Path directory) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("queue.db"));
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
