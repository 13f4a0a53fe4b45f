package dev.etrn.suites.independence;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** A session of the plain server. */
final class PlainSession {

  private static final int LONGEST = 512;
  private static final Set<String> HELD =
      Set.of("branch.example", "idle.example", "sibling.example", "denied.example");
  private static final Pattern PATH = Pattern.compile("(?i)(?:FROM|TO): ?<([^<> ]*)>.*");

  private final Traits traits;
  private final PlainMailQueue mailroom;
  private final AtomicBoolean hesitates;
  private final PlainConnection connection;
  private final PlainEtrn etrn;
  private boolean isKnown;
  private final List<String> recipients = new ArrayList<>();
  private String sender = "";
  private boolean isInMail;
  private boolean isOver;

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
    this.traits = traits;
    this.mailroom = mailroom;
    this.hesitates = hesitates;
    this.connection = new PlainConnection(tls, socket);
    this.etrn = new PlainEtrn(traits, mailroom);
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

  /** Begins TLS, and forgets what was said before it. */
  private void encrypt() throws IOException {
    connection.encrypt();
    isKnown = false;
    isInMail = false;
    recipients.clear();
  }

  private void talk() throws IOException {
    connection.say("220 plain.example");
    while (!isOver) {
      String line = connection.line();
      if (line.length() > LONGEST - 2) {
        connection.say("500 Too much at once.");
      } else if (traits.endsPipelining() && connection.hasMore()) {
        connection.say("554 One at a time, please.");
        isOver = true;
      } else {
        command(line.stripTrailing());
      }
    }
  }

  void sendAway() throws IOException {
    connection.say("421 plain.example is busy.");
  }

  private void command(String line) throws IOException {
    String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
    String rest = line.substring(verb.length()).strip();
    switch (verb) {
      case "EHLO" -> ehlo();
      case "HELO" -> greet("250 plain.example");
      case "ETRN" ->
          connection.say(
              refusal().orElseGet(() -> isInMail ? "501 Finish your mail." : etrn.answer(rest)));
      case "MAIL" -> mail(rest);
      case "AUTH" -> auth(rest);
      case "STARTTLS" -> startTls(rest);
      case "RCPT" -> rcpt(rest);
      case "DATA" -> data();
      case "RSET" -> greet("250 Fine.");
      case "NOOP" -> connection.say("250 Indeed.");
      case "QUIT" -> {
        connection.say("221 Bye.");
        isOver = true;
      }
      default -> connection.say("502 Pardon?");
    }
  }

  private void ehlo() throws IOException {
    if (hesitates.compareAndSet(true, false)) {
      connection.say("450 One moment.");
      return;
    }
    if (traits.knowsEhlo()) {
      var extensions = new ArrayList<>(List.of("plain.example"));
      if (access().tls() && !connection.isInTls()) {
        extensions.add("STARTTLS");
      }
      if (offersAuth()) {
        extensions.add("AUTH " + access().mechanism());
      }
      if ((isKnown || access().listsWithoutAuth())
          && (connection.isInTls() || access().listsWithoutTls())) {
        extensions.add("etrn");
      }
      String last = extensions.remove(extensions.size() - 1);
      String firstLines =
          extensions.stream().map(e -> "250-" + e + "\r\n").reduce("", String::concat);
      greet(firstLines + "250 " + last);
    } else {
      connection.say("502 Pardon?");
    }
  }

  private boolean offersAuth() {
    return !access().mechanism().isEmpty()
        && !isKnown
        && (connection.isInTls() || !access().authInTlsOnly());
  }

  /** Returns the reply to ETRN and MAIL for a client that must do something else first. */
  private Optional<String> refusal() {
    if (!connection.isInTls() && !access().listsWithoutTls()) {
      return Optional.of("530 Must issue a STARTTLS command first.");
    }
    return access().wantsAuth() && !isKnown
        ? Optional.of("530 Authentication required.")
        : Optional.empty();
  }

  private void startTls(String rest) throws IOException {
    if (!access().tls() || connection.isInTls()) {
      connection.say("502 Pardon?");
    } else if (!rest.isEmpty()) {
      connection.say("501 Just that word.");
    } else {
      connection.say("220 Go on.");
      encrypt();
    }
  }

  private void auth(String rest) throws IOException {
    String[] words = rest.split(" ", 2);
    if (isInMail || !offersAuth()) {
      connection.say("503 Not now.");
    } else if (!List.of(access().mechanism().split(" "))
        .contains(words[0].toUpperCase(Locale.ROOT))) {
      connection.say("504 Not that one.");
    } else if (words[0].equalsIgnoreCase("PLAIN")) {
      decide(answer(words, "").endsWith("\0" + Access.USER + "\0" + Access.PASSWORD));
    } else {
      boolean isUser = Access.USER.equals(answer(words, "VXNlcm5hbWU6"));
      decide(Access.PASSWORD.equals(answer(new String[1], "UGFzc3dvcmQ6")) && isUser);
    }
  }

  private void decide(boolean knows) throws IOException {
    isKnown = knows;
    connection.say(knows ? "235 Welcome." : "535 No.");
  }

  /** Returns the decoded response, given with the mechanism or after a challenge. */
  private String answer(String[] words, String challenge) throws IOException {
    if (words.length == 1) {
      connection.say("334 " + challenge);
    }
    try {
      String response = words.length == 1 ? connection.line() : words[1];
      return new String(Base64.getDecoder().decode(response), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private void greet(String reply) throws IOException {
    isInMail = false;
    recipients.clear();
    connection.say(reply);
  }

  private void mail(String rest) throws IOException {
    Matcher path = PATH.matcher(rest);
    Optional<String> refusal = refusal();
    if (refusal.isPresent()) {
      connection.say(refusal.get());
    } else if (!path.matches() || path.group(1).startsWith("@")) {
      connection.say("501 From whom?");
    } else {
      isInMail = true;
      sender = path.group(1);
      connection.say("250 Go on.");
    }
  }

  private void rcpt(String rest) throws IOException {
    Matcher path = PATH.matcher(rest);
    if (!isInMail) {
      connection.say("503 MAIL first.");
    } else if (!path.matches()) {
      connection.say("501 To whom?");
    } else if (traits.has(Trait.RELAYS_NOTHING) && !isHeld(path.group(1))) {
      connection.say("550 No such place.");
    } else {
      recipients.add(path.group(1));
      connection.say("250 Go on.");
    }
  }

  private void data() throws IOException {
    if (recipients.isEmpty()) {
      connection.say("503 To whom?");
      return;
    }
    connection.say("354 Go on.");
    var text = new StringBuilder();
    for (String line = connection.line(); !line.equals("."); line = connection.line()) {
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
}
