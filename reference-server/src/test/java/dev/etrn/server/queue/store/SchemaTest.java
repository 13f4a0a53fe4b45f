package dev.etrn.server.queue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.server.queue.NodeQueue;
import dev.etrn.server.queue.QueuedMessage;
import dev.etrn.server.queue.StoreUnavailableException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {

  private static final Instant NOW = Instant.parse("2026-02-03T04:05:06.789Z");
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

  @TempDir private Path directory = Path.of("");

  @Test
  void bringsAStoreWithoutTimesOfArrivalUpToDate() throws Exception {
    execute(
        "CREATE TABLE entry (id INTEGER PRIMARY KEY, channel TEXT NOT NULL, node TEXT NOT NULL,"
            + " sender TEXT NOT NULL, recipients TEXT NOT NULL, content BLOB NOT NULL,"
            + " failure TEXT)",
        "INSERT INTO entry VALUES (7, 'tcp_a', 'a.test', 's@c.test', 'r@a.test', x'0D0A', NULL)",
        "INSERT INTO entry VALUES (8, 'tcp_a', 'a.test', '', 'r@a.test', x'0D0A', '550 no')");
    for (int opening = 0; opening < 2; opening++) {
      try (SqliteQueue queue = SqliteQueue.open(directory, 100, CLOCK)) {
        assertThat(queue.overview(10)).containsExactly(new NodeQueue("a.test", "tcp_a", 1, 2, NOW));
        QueuedMessage old = queue.claim("a.test", 10).get(0);
        assertThat(old.id()).isEqualTo(7);
        assertThat(old.arrived()).isEqualTo(NOW);
        assertThat(old.recipients()).isEqualTo(List.of("r@a.test"));
      }
    }
  }

  @Test
  void leavesAStoreOfANewerVersionAlone() throws Exception {
    execute("CREATE TABLE other (id INTEGER)", "PRAGMA user_version = 99");
    assertThatThrownBy(() -> SqliteQueue.open(directory, 100, CLOCK))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("a newer version");
    execute("INSERT INTO other VALUES (1)");
  }

  private void execute(String... sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("queue.db"));
        Statement statement = connection.createStatement()) {
      for (String command : sql) {
        statement.execute(command);
      }
    }
  }
}
