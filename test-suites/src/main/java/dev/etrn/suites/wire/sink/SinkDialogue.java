package dev.etrn.suites.wire.sink;

import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.wire.sink.MailOwnership.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * The SMTP server side of the sink without its socket: octets in, steps out.
 *
 * <p>Each command gets exactly one reply, so that a reader of the transcript can pair them. Mail
 * that is not of this run is refused with 450, so that the target keeps it.
 */
final class SinkDialogue {

  /** The longest message; those of the harness are far shorter. */
  static final int LONGEST_MESSAGE = 512 * 1024;

  static final int LONGEST_LINE = 64 * 1024;

  private static final String NOT_OURS = "450 4.7.1 not mail of this run of the ETRN harness\r\n";

  private final Supplier<SinkPlans> plans;
  private final List<String> refused = new ArrayList<>();
  private final MailOwnership mail;
  private final StringBuilder input = new StringBuilder();
  private boolean offersTls;

  /** The number of octets that were read before the input. */
  private int consumed;

  private int scannedFor;
  private boolean inData;
  private boolean isOver;
  private final SinkTransaction transaction = new SinkTransaction();
  private int messages;
  private SinkPlan plan = new SinkPlan.AcceptAll();

  /**
   * @param plans the plans, asked at each recipient, since some servers reuse a connection
   * @param mail the ownership that decides whose mail is taken
   * @param offersTls true if STARTTLS is offered
   */
  SinkDialogue(Supplier<SinkPlans> plans, MailOwnership mail, boolean offersTls) {
    this.plans = plans;
    this.mail = mail;
    this.offersTls = offersTls;
  }

  String greeting() {
    if (plans.get().turnsAway()) {
      isOver = true;
      return "421 4.3.2 sink.example takes no mail now\r\n";
    }
    return "220 sink.example ESMTP\r\n";
  }

  boolean isOver() {
    return isOver;
  }

  List<SinkStep> read(Octets octets) {
    input.append(octets.text());
    var steps = new ArrayList<SinkStep>();
    var replies = new StringBuilder();
    while (!isOver && (inData ? content(steps, replies) : command(steps, replies))) {
      // Each turn takes one command or one message off the input.
    }
    enforceBound(steps, replies);
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

  /** Ends the dialogue if a line or a message is too long. */
  private void enforceBound(List<SinkStep> steps, StringBuilder replies) {
    if (!isOver && input.length() > (inData ? LONGEST_MESSAGE : LONGEST_LINE)) {
      isOver = true;
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

  /** Takes one command; returns true if one was complete and another may follow. */
  private boolean command(List<SinkStep> steps, StringBuilder replies) {
    int lineEnd = input.indexOf("\r\n");
    if (lineEnd < 0) {
      return false;
    }
    String line = input.substring(0, lineEnd);
    int start = consumed;
    consume(lineEnd + 2);
    String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
    if (verb.equals("STARTTLS") && offersTls) {
      replies.append("220 2.0.0 go ahead\r\n");
      say(steps, replies);
      startTls(steps);
      return false;
    }
    replies.append(reply(verb, line, start, steps));
    return true;
  }

  /** Begins TLS; drops earlier state and octets in the clear (RFC 3207 section 4.2). */
  private void startTls(List<SinkStep> steps) {
    consume(input.length());
    offersTls = false;
    transaction.begin("", 0, 0);
    steps.add(new SinkStep.Encrypt());
  }

  private String reply(String verb, String line, int start, List<SinkStep> steps) {
    return switch (verb) {
      case "EHLO" -> ehlo();
      case "HELO" -> "250 sink.example\r\n";
      case "MAIL" -> {
        transaction.begin(path(line), start, start + line.length());
        yield "250 2.1.0 sender ok\r\n";
      }
      case "RCPT" -> recipient(path(line), start, start + line.length(), steps);
      case "DATA" -> data();
      case "RSET" -> {
        transaction.begin("", 0, 0);
        yield "250 2.0.0 reset\r\n";
      }
      case "NOOP" -> "250 2.0.0 ok\r\n";
      case "QUIT" -> {
        isOver = true;
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

  private String recipient(String path, int start, int end, List<SinkStep> steps) {
    Owner owner = mail.of(transaction.sender(), path);
    if (owner == Owner.OTHERS) {
      steps.add(new SinkStep.OthersMail(node(path)));
      transaction.forget(steps);
      steps.add(new SinkStep.Forget(start, end));
      return NOT_OURS;
    }
    plan = plans.get().of(path);
    OptionalInt refusal = plan.refusal(path);
    if (refusal.isPresent()) {
      if (owner == Owner.THIS_RUN) {
        refused.add(path);
      }
      int code = refusal.getAsInt();
      return code + " " + code / 100 + ".2.0 not taken by plan\r\n";
    }
    transaction.add(owner, node(path), start, end);
    return "250 2.1.5 recipient ok\r\n";
  }

  private String data() {
    if (transaction.isEmpty()) {
      return "554 5.5.1 no valid recipients\r\n";
    }
    inData = true;
    scannedFor = 0;
    return "354 go on\r\n";
  }

  /** Takes one message; returns true if one was complete. */
  private boolean content(List<SinkStep> steps, StringBuilder replies) {
    boolean empty = input.indexOf(".\r\n") == 0;
    int dot = empty ? -2 : input.indexOf("\r\n.\r\n", Math.max(0, scannedFor - 4));
    if (dot == -1) {
      scannedFor = input.length();
      return false;
    }
    String content = empty ? "" : input.substring(0, dot + 2);
    int start = consumed;
    consume(dot + 5);
    inData = false;
    messages++;
    if (transaction.isUncertain() && !mail.isOwn(content)) {
      transaction.nodes().forEach(node -> steps.add(new SinkStep.OthersMail(node)));
      transaction.forget(steps);
      steps.add(new SinkStep.Forget(start, start + content.length()));
      replies.append(NOT_OURS);
    } else {
      take(content, steps, replies);
    }
    return true;
  }

  private void take(String content, List<SinkStep> steps, StringBuilder replies) {
    if (plan instanceof SinkPlan.ResetAfterDot reset && reset.number() == messages) {
      isOver = true;
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
