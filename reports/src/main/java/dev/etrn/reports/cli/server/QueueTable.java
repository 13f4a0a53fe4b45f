package dev.etrn.reports.cli.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.etrn.reports.EscapedText;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The queue of a running server as a table, made of the answers of its admin address. */
public final class QueueTable {

  private static final List<String> HEADINGS =
      List.of("NODE", "CHANNEL", "WAITING", "OCTETS", "OLDEST", "LAST RUN", "NEXT");

  private final PrintWriter out;

  public QueueTable(PrintWriter out) {
    this.out = out;
  }

  /**
   * Prints a row for each node, and the totals.
   *
   * @param queue the answer to {@code GET /queue}
   */
  public void nodes(JsonNode queue) {
    Instant now = Instant.parse(queue.path("now").asText());
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    queue.path("nodes").forEach(node -> rows.add(row(node, now)));
    if (rows.size() > 1) {
      print(rows);
    }
    if (queue.path("moreNodes").asLong() > 0) {
      out.println("and " + queue.path("moreNodes").asLong() + " more nodes");
    }
    long waiting = queue.path("waiting").asLong();
    out.println(waiting == 0 ? "no mail waits" : counted(waiting, "message") + " waiting");
    long failed = queue.path("failed").asLong();
    if (failed > 0) {
      out.println(counted(failed, "message") + " failed: see etrn queue --failed");
    }
    out.flush();
  }

  /**
   * Prints the failed messages.
   *
   * @param failed the answer to {@code GET /failed}
   */
  public void failed(JsonNode failed) {
    for (JsonNode message : failed.path("messages")) {
      out.println(
          "message %d for %s, arrived %s, from <%s>"
              .formatted(
                  message.path("id").asLong(),
                  text(message, "node"),
                  text(message, "arrived"),
                  text(message, "sender")));
      message
          .path("recipients")
          .forEach(
              recipient ->
                  out.println("  not delivered to <" + EscapedText.line(recipient.asText()) + ">"));
      out.println("  " + text(message, "why"));
    }
    long more = failed.path("moreMessages").asLong();
    if (more > 0) {
      out.println("and " + more + " more messages");
    } else if (failed.path("messages").isEmpty()) {
      out.println("no message failed");
    }
    out.flush();
  }

  private static List<String> row(JsonNode node, Instant now) {
    return List.of(
        text(node, "node"),
        text(node, "channel"),
        text(node, "waiting"),
        text(node, "octets"),
        age(Duration.ofSeconds(node.path("oldestSeconds").asLong())),
        lastRun(node, now),
        next(node, now));
  }

  private static String lastRun(JsonNode node, Instant now) {
    if (node.path("running").asBoolean()) {
      return "running";
    }
    if (!node.hasNonNull("lastRun")) {
      return "none";
    }
    Instant lastRun = Instant.parse(node.path("lastRun").asText());
    String reached = node.path("reached").asBoolean() ? "reached " : "not reached ";
    String error = text(node, "lastError");
    return reached
        + age(Duration.between(lastRun, now))
        + " ago"
        + (error.isEmpty() ? "" : ": " + error);
  }

  private static String next(JsonNode node, Instant now) {
    return node.hasNonNull("nextAttempt")
        ? "in " + age(Duration.between(now, Instant.parse(node.path("nextAttempt").asText())))
        : "-";
  }

  /** Returns the age in its largest unit, or zero if a clock went back. */
  private static String age(Duration age) {
    if (age.toDays() > 1) {
      return age.toDays() + "d";
    } else if (age.toHours() > 1) {
      return age.toHours() + "h";
    } else if (age.toMinutes() > 1) {
      return age.toMinutes() + "min";
    }
    return Math.max(0, age.toSeconds()) + "s";
  }

  private static String counted(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  private static String text(JsonNode node, String field) {
    return EscapedText.line(node.path(field).asText());
  }

  private void print(List<List<String>> rows) {
    int[] widths = new int[HEADINGS.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        line.append(("%-" + widths[i] + "s").formatted(row.get(i))).append("  ");
      }
      out.println(line.toString().stripTrailing());
    }
  }
}
