package dev.etrn.suites.wire;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The SMTP server side of the sink without its socket: octets in, things to do out.
 *
 * <p>Exactly one reply to each command, so that a reader of the transcript can pair them.
 */
final class SinkDialogue {

  /** Something the connection has to do, in order. */
  sealed interface Step {}

  record Say(String octets) implements Step {}

  record Pause(Duration time) implements Step {}

  /** A message was taken; comes after the reply that says so. */
  record Took(String content) implements Step {}

  /** Some recipients were refused; comes after the replies that say so. */
  record RefusedRecipients(int count) implements Step {}

  record Reset() implements Step {}

  private static final String EHLO_REPLY =
      """
      250-sink.example\r
      250-PIPELINING\r
      250-8BITMIME\r
      250-SIZE 104857600\r
      250 ENHANCEDSTATUSCODES\r
      """;

  private final SinkPlan plan;
  private final Supplier<SinkPlan> current;
  private final StringBuilder input = new StringBuilder();
  private int scannedFor;
  private boolean inData;
  private boolean over;
  private int recipients;
  private int messages;
  private int refused;

  /**
   * @param plan when the connection began
   * @param current the plan now, which says whether a recipient is refused: some servers keep a
   *     connection for their next message
   */
  SinkDialogue(SinkPlan plan, Supplier<SinkPlan> current) {
    this.plan = plan;
    this.current = current;
  }

  String greeting() {
    if (plan instanceof SinkPlan.TurnAway) {
      over = true;
      return "421 4.3.2 sink.example takes no mail now\r\n";
    }
    return "220 sink.example ESMTP\r\n";
  }

  boolean isOver() {
    return over;
  }

  List<Step> read(dev.etrn.suites.transcript.Octets octets) {
    input.append(octets.text());
    var steps = new ArrayList<Step>();
    var replies = new StringBuilder();
    while (!over && (inData ? content(steps, replies) : command(replies))) {
      // Each turn takes one command or one message off the input.
    }
    if (!replies.isEmpty()) {
      steps.add(new Say(replies.toString()));
    }
    if (refused > 0) {
      steps.add(new RefusedRecipients(refused));
      refused = 0;
    }
    return steps;
  }

  /** Says whether a whole command was there. */
  private boolean command(StringBuilder replies) {
    int lineEnd = input.indexOf("\r\n");
    if (lineEnd < 0) {
      return false;
    }
    String line = input.substring(0, lineEnd);
    input.delete(0, lineEnd + 2);
    replies.append(reply(line.split(" ", 2)[0].toUpperCase(Locale.ROOT)));
    return true;
  }

  private String reply(String verb) {
    return switch (verb) {
      case "EHLO" -> EHLO_REPLY;
      case "HELO" -> "250 sink.example\r\n";
      case "MAIL" -> {
        recipients = 0;
        yield "250 2.1.0 sender ok\r\n";
      }
      case "RCPT" -> recipient();
      case "DATA" -> data();
      case "RSET" -> {
        recipients = 0;
        yield "250 2.0.0 reset\r\n";
      }
      case "NOOP" -> "250 2.0.0 ok\r\n";
      case "QUIT" -> {
        over = true;
        yield "221 2.0.0 bye\r\n";
      }
      default -> "500 5.5.2 the sink does not know this command\r\n";
    };
  }

  private String recipient() {
    if (current.get() instanceof SinkPlan.RefuseRecipients refuse) {
      refused++;
      int enhanced = refuse.code() / 100;
      return refuse.code() + " " + enhanced + ".2.0 not taken by plan\r\n";
    }
    recipients++;
    return "250 2.1.5 recipient ok\r\n";
  }

  private String data() {
    if (recipients == 0) {
      return "554 5.5.1 no valid recipients\r\n";
    }
    inData = true;
    scannedFor = 0;
    return "354 go on\r\n";
  }

  /** Says whether a whole message was there. */
  private boolean content(List<Step> steps, StringBuilder replies) {
    boolean empty = input.indexOf(".\r\n") == 0;
    int dot = empty ? -2 : input.indexOf("\r\n.\r\n", Math.max(0, scannedFor - 4));
    if (dot == -1) {
      scannedFor = input.length();
      return false;
    }
    String content = empty ? "" : input.substring(0, dot + 2);
    input.delete(0, dot + 5);
    inData = false;
    messages++;
    take(content, steps, replies);
    return true;
  }

  private void take(String content, List<Step> steps, StringBuilder replies) {
    if (plan instanceof SinkPlan.ResetAfterDot reset && reset.number() == messages) {
      over = true;
      steps.add(new Reset());
      return;
    }
    if (!replies.isEmpty()) {
      steps.add(new Say(replies.toString()));
      replies.setLength(0);
    }
    if (plan instanceof SinkPlan.Stall stall) {
      steps.add(new Pause(stall.pause()));
    }
    steps.add(new Say("250 2.0.0 taken\r\n"));
    steps.add(new Took(content));
  }
}
