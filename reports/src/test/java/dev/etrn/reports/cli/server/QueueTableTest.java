package dev.etrn.reports.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.etrn.reports.GoldenFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class QueueTableTest {

  private final StringWriter out = new StringWriter();
  private final QueueTable table = new QueueTable(new PrintWriter(out));

  @Test
  void showsWhatWaitsForEachNodeAndWhatFailed() throws IOException {
    table.nodes(
        new ObjectMapper()
            .readTree(
                """
                {"now": "2026-02-03T04:05:06Z", "waiting": 15, "octets": 31000, "failed": 1,
                 "nodes": [
                  {"node": "branch.example", "channel": "tcp_branch", "waiting": 12,
                   "octets": 30000, "oldestSeconds": 200000, "running": false,
                   "lastRun": "2026-02-03T04:00:00Z", "reached": false,
                   "lastError": "connection \\u001B[2J refused",
                   "nextAttempt": "2026-02-03T05:00:00Z"},
                  {"node": "idle.example", "channel": "tcp_x", "waiting": 2, "octets": 900,
                   "oldestSeconds": 59, "running": false, "lastRun": "2026-02-03T09:00:00Z",
                   "reached": true, "lastError": "", "nextAttempt": null},
                  {"node": "new.example", "channel": "tcp_x", "waiting": 1, "octets": 100,
                   "oldestSeconds": 7300, "running": true, "lastRun": null, "reached": null,
                   "lastError": "", "nextAttempt": null}],
                 "moreNodes": 3}
                """));
    table.failed(
        new ObjectMapper()
            .readTree(
                """
                {"messages": [{"id": 7, "arrived": "2026-02-03T04:05:06Z", "node": "a.test",
                 "sender": "", "recipients": ["r@a.test"], "why": "550 no\\r\\n\\u2028"}],
                 "moreMessages": 2}
                """));
    GoldenFile.assertSame("queue.txt", out.toString());
    assertThat(out.toString()).matches("[\\x20-\\x7E\\n]+");
  }
}
