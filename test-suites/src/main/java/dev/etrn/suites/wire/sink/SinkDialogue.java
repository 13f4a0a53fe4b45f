package dev.etrn.suites.wire.sink;

import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.wire.sink.MailOwnership.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The SMTP server side of the sink without its socket: octets in, things to do out.
 *
 * <p>Exactly one reply to each command, so that a reader of the transcript can pair them. What is
 * not mail of this run is refused with 450, so that the target keeps it.
 */
final class SinkDialogue {

  /** A message of the harness has a fraction of it. */
  static final int LONGEST_MESSAGE = 512 * 1024;

  static final int LONGEST_LINE = 64 * 1024;

  private static final String NOT_OURS = "450 4.7.1 not mail of this run of the ETRN harness\r\n";

  private final Supplier<SinkPlans> plans;
  private final List<String> refused = new ArrayList<>();
  private final MailOwnership mail;
  private final StringBuilder input = new StringBuilder();
  private boolean offersTls;

  /** How much of all that was read is behind the input. */
  private int consumed;

  private int scannedFor;
  private boolean inData;
  private boolean over;
  private final SinkTransaction transaction = new SinkTransaction();
  private int messages;
  private SinkPlan plan = new SinkPlan.AcceptAll();

  /**
   * @param plans asked at each recipient: some servers keep a connection for their next message
   * @param mail whose mail is taken
   * @param offersTls whether STARTTLS is offered
   */
  SinkDialogue(Supplier<SinkPlans> plans, MailOwnership mail, boolean offersTls) {
    this.plans = plans;
    this.mail = mail;
    this.offersTls = offersTls;
  }

  String greeting() {
    if (plans.get().turnsAway()) {
      over = true;
      return "421 4.3.2 sink.example takes no mail now\r\n";
    }
    return "220 sink.example ESMTP\r\n";
  }

  boolean isOver() {
    return over;
  }

  List<SinkStep> read(Octets octets) {
    input.append(octets.text());
    var steps = new ArrayList<SinkStep>();
    var replies = new StringBuilder();
    while (!over && (inData ? content(steps, replies) : command(steps, replies))) {
      // Each turn takes one command or one message off the input.
    }
    bound(steps, replies);
    say(steps, replies);
    if (!refused.isEmpty()) {
      steps.add(new SinkStep.RefusedRecipients(List.copyOf(refused)));
      refused.clear();
    }
    return steps;
  }

  private static void say(List<SinkStep> steps, StringBuilder replies) {
    if (!replies.isEmpty()) {
      steps.add(new SinkStep.Say(replies.toString()));
      replies.setLength(0);
    }
  }

  /** What has no end is not read on. */
  private void bound(List<SinkStep> steps, StringBuilder replies) {
    if (!over && input.length() > (inData ? LONGEST_MESSAGE : LONGEST_LINE)) {
      over = true;
      replies.append(
          inData
              ? "552 5.3.4 longer than any message of the ETRN harness\r\n"
              : "500 5.5.2 line too long\r\n");
      steps.add(
          new SinkStep.Exceeded(
              inData
                  ? "a message of more than " + LONGEST_MESSAGE + " octets"
                  : "a command line of more than " + LONGEST_LINE + " octets"));
    }
  }

  private void consume(int count) {
    input.delete(0, count);
    consumed += count;
  }

  /** Says whether a whole command was there, and another one may follow. */
  private boolean command(List<SinkStep> steps, StringBuilder replies) {
    int lineEnd = input.indexOf("\r\n");
    if (lineEnd < 0) {
      return false;
    }
    String line = input.substring(0, lineEnd);
    int at = consumed;
    consume(lineEnd + 2);
    String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
    if (verb.equals("STARTTLS") && offersTls) {
      replies.append("220 2.0.0 go ahead\r\n");
      say(steps, replies);
      startTls(steps);
      return false;
    }
    replies.append(reply(verb, line, at, steps));
    return true;
  }

  /** RFC 3207 section 4.2: what came before, or behind STARTTLS in the clear, does not count. */
  private void startTls(List<SinkStep> steps) {
    consume(input.length());
    offersTls = false;
    transaction.begin("", 0, 0);
    steps.add(new SinkStep.Encrypt());
  }

  private String reply(String verb, String line, int at, List<SinkStep> steps) {
    return switch (verb) {
      case "EHLO" -> ehlo();
      case "HELO" -> "250 sink.example\r\n";
      case "MAIL" -> {
        transaction.begin(path(line), at, at + line.length());
        yield "250 2.1.0 sender ok\r\n";
      }
      case "RCPT" -> recipient(path(line), at, at + line.length(), steps);
      case "DATA" -> data();
      case "RSET" -> {
        transaction.begin("", 0, 0);
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

  private String ehlo() {
    return "250-sink.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SIZE "
        + LONGEST_MESSAGE
        + "\r\n"
        + (offersTls ? "250-STARTTLS\r\n" : "")
        + "250 ENHANCEDSTATUSCODES\r\n";
  }

  private String recipient(String path, int from, int to, List<SinkStep> steps) {
    Owner owner = mail.of(transaction.sender(), path);
    if (owner == Owner.OTHERS) {
      steps.add(new SinkStep.OthersMail(node(path)));
      transaction.forget(steps);
      steps.add(new SinkStep.Forget(from, to));
      return NOT_OURS;
    }
    plan = plans.get().of(path);
    if (refusesByPlan(path)) {
      if (owner == Owner.THIS_RUN) {
        refused.add(path);
      }
      return code() + " " + code() / 100 + ".2.0 not taken by plan\r\n";
    }
    transaction.add(owner, node(path), from, to);
    return "250 2.1.5 recipient ok\r\n";
  }

  private boolean refusesByPlan(String path) {
    return plan instanceof SinkPlan.RefuseRecipients
        || (plan instanceof SinkPlan.RefuseRecipient one && path.contains("-" + one.label() + "@"));
  }

  private int code() {
    return plan instanceof SinkPlan.RefuseRecipients all
        ? all.code()
        : plan instanceof SinkPlan.RefuseRecipient one ? one.code() : 450;
  }

  private String data() {
    if (transaction.isEmpty()) {
      return "554 5.5.1 no valid recipients\r\n";
    }
    inData = true;
    scannedFor = 0;
    return "354 go on\r\n";
  }

  /** Says whether a whole message was there. */
  private boolean content(List<SinkStep> steps, StringBuilder replies) {
    boolean empty = input.indexOf(".\r\n") == 0;
    int dot = empty ? -2 : input.indexOf("\r\n.\r\n", Math.max(0, scannedFor - 4));
    if (dot == -1) {
      scannedFor = input.length();
      return false;
    }
    String content = empty ? "" : input.substring(0, dot + 2);
    int at = consumed;
    consume(dot + 5);
    inData = false;
    messages++;
    if (transaction.isUncertain() && !mail.isOwn(content)) {
      transaction.nodes().forEach(node -> steps.add(new SinkStep.OthersMail(node)));
      transaction.forget(steps);
      steps.add(new SinkStep.Forget(at, at + content.length()));
      replies.append(NOT_OURS);
    } else {
      take(content, steps, replies);
    }
    return true;
  }

  private void take(String content, List<SinkStep> steps, StringBuilder replies) {
    if (plan instanceof SinkPlan.ResetAfterDot reset && reset.number() == messages) {
      over = true;
      steps.add(new SinkStep.Reset());
      return;
    }
    say(steps, replies);
    if (plan instanceof SinkPlan.Stall stall) {
      steps.add(new SinkStep.Pause(stall.pause()));
    }
    steps.add(new SinkStep.Say("250 2.0.0 taken\r\n"));
    steps.add(transaction.isLeftOver() ? new SinkStep.LeftOver() : new SinkStep.Took(content));
  }

  private static String path(String line) {
    int open = line.indexOf('<');
    int close = line.indexOf('>', open + 1);
    return open < 0 || close < 0 ? "" : line.substring(open + 1, close);
  }

  private static String node(String path) {
    return path.substring(path.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }
}
