package dev.etrn.server.smtp.verb;

import static java.util.stream.Collectors.groupingBy;

import dev.etrn.server.smtp.dialogue.CommandSession;
import dev.etrn.server.smtp.dialogue.SmtpCommand;
import dev.etrn.server.smtp.verb.mail.BdatCommand;
import dev.etrn.server.smtp.verb.mail.DataCommand;
import dev.etrn.server.smtp.verb.mail.MailCommand;
import dev.etrn.server.smtp.verb.mail.RcptCommand;
import dev.etrn.server.smtp.verb.mail.RsetCommand;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The table of verbs, each with the syntax of its argument and, if it is an extension that EHLO
 * lists, its keyword. EHLO lists the keywords in the order of the table.
 */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
enum Verb {
  EHLO(EhloCommand::parse),
  HELO(HeloCommand::parse),
  MAIL(MailCommand::parse),
  RCPT(RcptCommand::parse),
  DATA(DataCommand::parse),
  BDAT(BdatCommand::parse),
  RSET(RsetCommand::parse),
  NOOP(NoopCommand::parse),
  VRFY(VrfyCommand::parse),
  EXPN(ExpnCommand::parse, ExpnCommand::keyword),
  HELP(HelpCommand::parse),
  QUIT(QuitCommand::parse),
  STARTTLS(StartTlsCommand::parse, StartTlsCommand::keyword),
  AUTH(AuthCommand::parse, AuthCommand::keyword),
  ETRN(EtrnCommand::parse, EtrnCommand::keyword);

  private static final List<Verb> NONE = List.of();
  private static final Map<Integer, List<Verb>> BY_LETTER =
      Arrays.stream(values()).collect(groupingBy(verb -> (int) verb.name().charAt(0)));

  private final Function<String, SmtpCommand> syntax;

  /** The keyword, empty where the extension is not offered; null for a basic verb. */
  private final @Nullable Function<CommandSession, Optional<String>> keyword;

  Verb(Function<String, SmtpCommand> syntax) {
    this(syntax, null);
  }

  Verb(
      Function<String, SmtpCommand> syntax,
      @Nullable Function<CommandSession, Optional<String>> keyword) {
    this.syntax = syntax;
    this.keyword = keyword;
  }

  /**
   * Returns the verb that the first {@code length} octets of a line spell in any case (ETRN-044),
   * or null.
   */
  static @Nullable Verb of(byte[] line, int length) {
    List<Verb> sameLetter = length == 0 ? NONE : BY_LETTER.getOrDefault(upperCase(line[0]), NONE);
    for (Verb verb : sameLetter) {
      if (verb.isSpelled(line, length)) {
        return verb;
      }
    }
    return null;
  }

  /** Returns the keywords that the session offers now. */
  static List<String> keywords(CommandSession session) {
    return Arrays.stream(values()).flatMap(verb -> verb.keyword(session).stream()).toList();
  }

  /** Returns the names of the verbs that the session offers now. */
  static List<String> offered(CommandSession session) {
    return Arrays.stream(values())
        .filter(verb -> verb.keyword == null || verb.keyword(session).isPresent())
        .map(Verb::name)
        .toList();
  }

  /** Returns the command with this argument, or its refusal. */
  SmtpCommand parse(String argument) {
    return syntax.apply(argument);
  }

  private Optional<String> keyword(CommandSession session) {
    return keyword == null ? Optional.empty() : keyword.apply(session);
  }

  private boolean isSpelled(byte[] line, int length) {
    String name = name();
    if (length != name.length()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (upperCase(line[i]) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int upperCase(byte octet) {
    return octet >= 'a' && octet <= 'z' ? octet - ('a' - 'A') : octet;
  }
}
