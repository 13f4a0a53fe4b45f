package dev.etrn.server.queue.store;

import dev.etrn.server.queue.FailedMessage;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.QueuedMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of entries: the statements that read and write it. */
final class EntryTable {

  private EntryTable() {}

  /** The visitor of entries. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Visits an entry.
     *
     * @param arrival the milliseconds since 1970
     * @param octets the octets of its content
     * @param failed true if it is only kept for an operator
     */
    void entry(long id, long arrival, String channel, String node, long octets, boolean failed);
  }

  /** Writes one row for each destination, numbered from {@code first}. */
  static void insert(Connection connection, IncomingMessage submission, long first, long arrival)
      throws SQLException {
    String sql =
        "INSERT INTO entry (id, arrived, channel, node, sender, recipients, content)"
            + " VALUES (?,?,?,?,?,?,?)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      long id = first;
      for (IncomingMessage.Destination destination : submission.destinations()) {
        statement.setLong(1, id++);
        statement.setLong(2, arrival);
        statement.setString(3, destination.channel());
        statement.setString(4, destination.node());
        statement.setString(5, submission.sender());
        statement.setString(6, String.join("\n", destination.recipients()));
        statement.setBytes(7, submission.content());
        statement.executeUpdate();
      }
    }
  }

  static void delete(Connection connection, long id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("DELETE FROM entry WHERE id = ?")) {
      statement.setLong(1, id);
      statement.executeUpdate();
    }
  }

  static void setRecipients(Connection connection, long id, List<String> recipients)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE entry SET recipients = ? WHERE id = ?")) {
      statement.setString(1, String.join("\n", recipients));
      statement.setLong(2, id);
      statement.executeUpdate();
    }
  }

  static void setFailure(Connection connection, long id, List<String> recipients, String reason)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE entry SET recipients = ?, failure = ? WHERE id = ?")) {
      statement.setString(1, String.join("\n", recipients));
      statement.setString(2, reason);
      statement.setLong(3, id);
      statement.executeUpdate();
    }
  }

  static Optional<QueuedMessage> read(Connection connection, long id) throws SQLException {
    String sql =
        "SELECT arrived, channel, node, sender, recipients, content FROM entry WHERE id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id);
      ResultSet row = statement.executeQuery();
      return row.next()
          ? Optional.of(
              new QueuedMessage(
                  id,
                  Instant.ofEpochMilli(row.getLong(1)),
                  row.getString(2),
                  row.getString(3),
                  row.getString(4),
                  List.of(row.getString(5).split("\n")),
                  row.getBytes(6)))
          : Optional.empty();
    }
  }

  static List<FailedMessage> failed(Connection connection, int limit) throws SQLException {
    String sql =
        "SELECT id, arrived, node, sender, recipients, failure FROM entry"
            + " WHERE failure IS NOT NULL ORDER BY id LIMIT ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, limit);
      ResultSet row = statement.executeQuery();
      var failed = new ArrayList<FailedMessage>();
      while (row.next()) {
        failed.add(
            new FailedMessage(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                List.of(row.getString(5).split("\n")),
                row.getString(6)));
      }
      return failed;
    }
  }

  /** Visits all entries in the order of their ids. */
  static void visit(Connection connection, Visitor visitor) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      ResultSet rows =
          statement.executeQuery(
              "SELECT id, arrived, channel, node, length(content), failure IS NOT NULL FROM entry"
                  + " ORDER BY id");
      while (rows.next()) {
        visitor.entry(
            rows.getLong(1),
            rows.getLong(2),
            rows.getString(3),
            rows.getString(4),
            rows.getLong(5),
            rows.getBoolean(6));
      }
    }
  }
}
