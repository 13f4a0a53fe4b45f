package dev.etrn.suites.independence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One conversation of the plain server. */
final class PlainSession {

  private static final int LONGEST = 512;
  private static final int MOST_ETRNS = 10;
  private static final Set<String> HELD =
      Set.of("branch.example", "idle.example", "sibling.example", "denied.example");
  private static final Set<String> OURS = Set.of("branch.example", "idle.example");
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern NODE = Pattern.compile("([@]?)(" + LABEL + "(?:\\." + LABEL + ")+)");
  private static final Pattern PATH = Pattern.compile("(?i)(?:FROM|TO): ?<([^<> ]*)>.*");

  private final Traits traits;
  private final Mailroom mailroom;
  private final AtomicBoolean hesitates;
  private final InputStream in;
  private final OutputStream out;
  private final List<String> recipients = new ArrayList<>();
  private String sender = "";
  private boolean isInMail;
  private boolean isOver;
  private int etrns;

  /**
   * @param hesitates whether the next EHLO of any session is answered 450
   */
  PlainSession(Traits traits, Mailroom mailroom, AtomicBoolean hesitates, Socket socket)
      throws IOException {
    this.traits = traits;
    this.mailroom = mailroom;
    this.hesitates = hesitates;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  void talk() throws IOException {
    say("220 plain.example");
    while (!isOver) {
      String line = line();
      if (line.length() > LONGEST - 2) {
        say("500 Too much at once.");
      } else if (traits.endsPipelining() && in.available() > 0) {
        say("554 One at a time, please.");
        isOver = true;
      } else {
        command(line.stripTrailing());
      }
    }
  }

  void sendAway() throws IOException {
    say("421 plain.example is busy.");
  }

  private void command(String line) throws IOException {
    String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
    String rest = line.substring(verb.length()).strip();
    switch (verb) {
      case "EHLO" -> ehlo();
      case "HELO" -> greet("250 plain.example");
      case "ETRN" -> say(isInMail ? "501 Finish your mail." : counted(rest));
      case "MAIL" -> mail(rest);
      case "RCPT" -> rcpt(rest);
      case "DATA" -> data();
      case "RSET" -> greet("250 Fine.");
      case "NOOP" -> say("250 Indeed.");
      case "QUIT" -> {
        say("221 Bye.");
        isOver = true;
      }
      default -> say("502 Pardon?");
    }
  }

  private void ehlo() throws IOException {
    if (hesitates.compareAndSet(true, false)) {
      say("450 One moment.");
    } else if (traits.knowsEhlo()) {
      greet("250-plain.example\r\n250 etrn");
    } else {
      say("502 Pardon?");
    }
  }

  private void greet(String reply) throws IOException {
    isInMail = false;
    recipients.clear();
    say(reply);
  }

  private String counted(String argument) {
    if (traits.has(Trait.TEN_ETRNS) && etrns == MOST_ETRNS) {
      return "458 That was enough for one session.";
    }
    String reply = etrn(argument);
    etrns += reply.startsWith("2") ? 1 : 0;
    return reply;
  }

  private String etrn(String argument) {
    Matcher node = NODE.matcher(argument);
    if (!node.matches() || argument.length() > 254) {
      return argument.matches("#[a-z_]+") ? queue(argument.substring(1)) : "500 Not a name.";
    }
    if (traits.isMinimal()) {
      mailroom.release(any -> true);
      return "250 Started.";
    }
    String name = node.group(2).toLowerCase(Locale.ROOT);
    if (OURS.stream().noneMatch(one -> name.equals(one) || name.endsWith("." + one))) {
      return "458 " + name + " will not be started for you.";
    }
    Predicate<String> exactly = name::equals;
    Predicate<String> asked =
        node.group(1).isEmpty() ? exactly : exactly.or(one -> one.endsWith("." + name));
    if (!traits.has(Trait.ONE_RUN_AT_A_TIME)) {
      mailroom.release(asked);
    } else if (!mailroom.releaseAlone(argument.toLowerCase(Locale.ROOT), asked)) {
      return "458 " + name + " is being served.";
    }
    return "250 Started for " + name + ".";
  }

  private String queue(String name) {
    if (traits.isMinimal()) {
      mailroom.release(any -> true);
      return "250 Started.";
    }
    return "458 " + name + " will not be started for you.";
  }

  private void mail(String rest) throws IOException {
    Matcher path = PATH.matcher(rest);
    if (!path.matches() || path.group(1).startsWith("@")) {
      say("501 From whom?");
    } else {
      isInMail = true;
      sender = path.group(1);
      say("250 Go on.");
    }
  }

  private void rcpt(String rest) throws IOException {
    Matcher path = PATH.matcher(rest);
    if (!isInMail) {
      say("503 MAIL first.");
    } else if (!path.matches()) {
      say("501 To whom?");
    } else if (traits.has(Trait.RELAYS_NOTHING) && !isHeld(path.group(1))) {
      say("550 No such place.");
    } else {
      recipients.add(path.group(1));
      say("250 Go on.");
    }
  }

  private void data() throws IOException {
    if (recipients.isEmpty()) {
      say("503 To whom?");
      return;
    }
    say("354 Go on.");
    var text = new StringBuilder();
    for (String line = line(); !line.equals("."); line = line()) {
      text.append(line).append("\r\n");
    }
    String kept = traits.has(Trait.STRIPS_PRIVATE_FIELDS) ? stripped(text) : text.toString();
    recipients.forEach(to -> mailroom.take(new Mailroom.Letter(sender, to, kept)));
    greet("250 Taken.");
  }

  private static boolean isHeld(String recipient) {
    String domain = recipient.substring(recipient.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    return HELD.stream().anyMatch(one -> domain.equals(one) || domain.endsWith("." + one));
  }

  private static String stripped(CharSequence text) {
    String[] parts = text.toString().split("(?<=\r\n)(?=\r\n)", 2);
    return parts[0].replaceAll("(?mi)^X-.*\r\n([ \t].*\r\n)*", "")
        + (parts.length > 1 ? parts[1] : "");
  }

  /** Up to CRLF and nothing else. */
  private String line() throws IOException {
    var line = new StringBuilder();
    int before = -1;
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      line.append((char) octet);
      if (octet == '\n' && before == '\r') {
        return line.substring(0, line.length() - 2);
      }
      before = octet;
    }
    throw new IOException("the peer closed");
  }

  private void say(String reply) throws IOException {
    out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
