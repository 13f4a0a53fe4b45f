package dev.etrn.suites.independence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A session of the plain server. */
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
  private final PlainMailQueue mailroom;
  private final AtomicBoolean hesitates;
  private final Optional<SSLContext> tls;
  private final Socket plain;
  private InputStream in;
  private OutputStream out;
  private boolean isInTls;
  private boolean isKnown;
  private final List<String> recipients = new ArrayList<>();
  private String sender = "";
  private boolean isInMail;
  private boolean isOver;
  private int etrns;

  /**
   * @param hesitates true if the next EHLO of any session gets 450
   */
  PlainSession(
      Traits traits,
      Optional<SSLContext> tls,
      PlainMailQueue mailroom,
      AtomicBoolean hesitates,
      Socket socket)
      throws IOException {
    this.tls = tls;
    this.traits = traits;
    this.mailroom = mailroom;
    this.hesitates = hesitates;
    this.plain = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  void converse() throws IOException {
    if (access().implicitTls()) {
      encrypt();
    }
    talk();
  }

  private Access access() {
    return traits.access();
  }

  /** Begins TLS, and drops octets that were read before it. */
  private void encrypt() throws IOException {
    SSLSocket secure =
        (SSLSocket)
            tls.orElseThrow()
                .getSocketFactory()
                .createSocket(plain, "client", plain.getPort(), true);
    secure.setUseClientMode(false);
    secure.startHandshake();
    in = new BufferedInputStream(secure.getInputStream());
    out = secure.getOutputStream();
    isInTls = true;
    isKnown = false;
    isInMail = false;
    recipients.clear();
  }

  private void talk() throws IOException {
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
      case "ETRN" ->
          say(refusal().orElseGet(() -> isInMail ? "501 Finish your mail." : counted(rest)));
      case "MAIL" -> mail(rest);
      case "AUTH" -> auth(rest);
      case "STARTTLS" -> startTls(rest);
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
      return;
    }
    if (traits.knowsEhlo()) {
      var extensions = new ArrayList<>(List.of("plain.example"));
      if (access().tls() && !isInTls) {
        extensions.add("STARTTLS");
      }
      if (offersAuth()) {
        extensions.add("AUTH " + access().mechanism());
      }
      if ((isKnown || access().listsWithoutAuth()) && (isInTls || access().listsWithoutTls())) {
        extensions.add("etrn");
      }
      String last = extensions.remove(extensions.size() - 1);
      String firstLines =
          extensions.stream().map(e -> "250-" + e + "\r\n").reduce("", String::concat);
      greet(firstLines + "250 " + last);
    } else {
      say("502 Pardon?");
    }
  }

  private boolean offersAuth() {
    return !access().mechanism().isEmpty() && !isKnown && (isInTls || !access().authInTlsOnly());
  }

  /** Returns the reply to ETRN and MAIL for a client that must do something else first. */
  private Optional<String> refusal() {
    if (!isInTls && !access().listsWithoutTls()) {
      return Optional.of("530 Must issue a STARTTLS command first.");
    }
    return access().wantsAuth() && !isKnown
        ? Optional.of("530 Authentication required.")
        : Optional.empty();
  }

  private void startTls(String rest) throws IOException {
    if (!access().tls() || isInTls) {
      say("502 Pardon?");
    } else if (!rest.isEmpty()) {
      say("501 Just that word.");
    } else {
      say("220 Go on.");
      encrypt();
    }
  }

  private void auth(String rest) throws IOException {
    String[] words = rest.split(" ", 2);
    if (isInMail || !offersAuth()) {
      say("503 Not now.");
    } else if (!List.of(access().mechanism().split(" "))
        .contains(words[0].toUpperCase(Locale.ROOT))) {
      say("504 Not that one.");
    } else if (words[0].equalsIgnoreCase("PLAIN")) {
      decide(answer(words, "").endsWith("\0" + Access.USER + "\0" + Access.PASSWORD));
    } else {
      boolean isUser = Access.USER.equals(answer(words, "VXNlcm5hbWU6"));
      decide(Access.PASSWORD.equals(answer(new String[1], "UGFzc3dvcmQ6")) && isUser);
    }
  }

  private void decide(boolean knows) throws IOException {
    isKnown = knows;
    say(knows ? "235 Welcome." : "535 No.");
  }

  /** Returns the decoded response, given with the mechanism or after a challenge. */
  private String answer(String[] words, String challenge) throws IOException {
    if (words.length == 1) {
      say("334 " + challenge);
    }
    try {
      String response = words.length == 1 ? line() : words[1];
      return new String(Base64.getDecoder().decode(response), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
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
      mailroom.release(domain -> true);
      return "250 Started.";
    }
    String name = node.group(2).toLowerCase(Locale.ROOT);
    if (OURS.stream().noneMatch(own -> name.equals(own) || name.endsWith("." + own))) {
      return "458 " + name + " will not be started for you.";
    }
    Predicate<String> exactly = name::equals;
    Predicate<String> matching =
        node.group(1).isEmpty() ? exactly : exactly.or(domain -> domain.endsWith("." + name));
    if (!traits.has(Trait.ONE_RUN_AT_A_TIME)) {
      mailroom.release(matching);
    } else if (!mailroom.releaseAlone(argument.toLowerCase(Locale.ROOT), matching)) {
      return "458 " + name + " is being served.";
    }
    return "250 Started for " + name + ".";
  }

  private String queue(String name) {
    if (traits.isMinimal()) {
      mailroom.release(domain -> true);
      return "250 Started.";
    }
    return "458 " + name + " will not be started for you.";
  }

  private void mail(String rest) throws IOException {
    Matcher path = PATH.matcher(rest);
    Optional<String> refusal = refusal();
    if (refusal.isPresent()) {
      say(refusal.get());
    } else if (!path.matches() || path.group(1).startsWith("@")) {
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
    String content = traits.has(Trait.STRIPS_PRIVATE_FIELDS) ? stripped(text) : text.toString();
    recipients.forEach(
        recipient -> mailroom.take(new PlainMailQueue.Letter(sender, recipient, content)));
    greet("250 Taken.");
  }

  private static boolean isHeld(String recipient) {
    String domain = recipient.substring(recipient.indexOf('@') + 1).toLowerCase(Locale.ROOT);
    return HELD.stream().anyMatch(held -> domain.equals(held) || domain.endsWith("." + held));
  }

  private static String stripped(CharSequence text) {
    String[] parts = text.toString().split("(?<=\r\n)(?=\r\n)", 2);
    return parts[0].replaceAll("(?mi)^X-.*\r\n([ \t].*\r\n)*", "")
        + (parts.length > 1 ? parts[1] : "");
  }

  /** Reads a line, which ends only with CRLF. */
  private String line() throws IOException {
    var line = new StringBuilder();
    int previous = -1;
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      line.append((char) octet);
      if (octet == '\n' && previous == '\r') {
        return line.substring(0, line.length() - 2);
      }
      previous = octet;
    }
    throw new IOException("the peer closed");
  }

  private void say(String reply) throws IOException {
    out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
