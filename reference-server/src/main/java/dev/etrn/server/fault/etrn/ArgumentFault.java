package dev.etrn.server.fault.etrn;

import static dev.etrn.server.fault.Harm.GRAVE;
import static dev.etrn.server.fault.Harm.NONE;
import static dev.etrn.server.fault.Harm.PLAIN;

import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.fault.Harm;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.wire.SmtpReply;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Faults in which arguments of ETRN are taken for names, and which are not. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum ArgumentFault implements DecisionFault {
  TAKES_SECOND_ARGUMENT(
      PLAIN,
      "looks at the first argument only",
      (asked, correct, world) -> asked.as(asked.argument().split(" ", 2)[0]).of(correct),
      "ETRN-005",
      "ETRN-007"),
  TAKES_BLANK_AFTER_OPTION(
      PLAIN,
      "takes blanks between option character and name",
      (asked, correct, world) ->
          asked.as(asked.argument().replaceFirst("^([@#]) +", "$1")).of(correct),
      "ETRN-007"),
  TAKES_ANY_OPTION(
      PLAIN,
      "passes over whatever stands before the name",
      (asked, correct, world) -> asked.as(asked.argument().replaceFirst("^[!%+*]", "")).of(correct),
      "ETRN-008"),
  TAKES_ASTERISK(PLAIN, "takes an asterisk for all nodes", accepting("\\*"), "ETRN-008"),
  TAKES_TWO_OPTIONS(
      PLAIN,
      "passes over a second option character",
      (asked, correct, world) ->
          asked.as(asked.argument().replaceFirst("^[@#]([@#])", "$1")).of(correct),
      "ETRN-009"),
  TAKES_OPTION_WITHOUT_NAME(
      PLAIN, "takes @ and # without a name for everything", accepting("[@#]"), "ETRN-040"),
  TAKES_NO_ARGUMENT(
      PLAIN, "takes no argument for everything", accepting(""), "ETRN-038", "ETRN-039"),
  TAKES_EMPTY_LABELS(
      PLAIN,
      "takes names with empty labels",
      accepting("[@]?(\\..+|.*[a-z]\\.\\.[a-z].*)"),
      "ETRN-041",
      "SEC-023"),
  TAKES_HYPHENS_AT_EDGES(
      PLAIN,
      "takes labels that begin or end in a hyphen",
      accepting("(-[a-z]+|[a-z]+-)\\..*"),
      "ETRN-041"),
  TAKES_UNDERSCORES(
      PLAIN, "takes underscores in domain names", accepting("[a-z_]*_[a-z_]*\\..*"), "ETRN-041"),
  TAKES_SLASHES(
      PLAIN,
      "takes slashes in names",
      accepting("[^#]*/.*\\..*"),
      "ETRN-041",
      "SMTP-019",
      "SEC-022",
      "SEC-023"),
  TAKES_LONG_LABELS(
      PLAIN, "takes labels of 64 octets", accepting("[a-z]{64}\\.[a-z]+"), "ETRN-041"),
  TAKES_LONG_NAMES(PLAIN, "takes names of 256 octets", accepting("[a-z.]{256}"), "ETRN-041"),
  TAKES_LOCAL_NAMES(
      PLAIN, "takes names without a dot", accepting("[a-z]+"), "ETRN-016", "SMTP-020"),
  TAKES_EIGHT_BITS(
      PLAIN,
      "takes names with octets outside US-ASCII",
      accepting(".*[\\x80-\\xFF].*"),
      "SMTP-018",
      "IDN-001",
      "SEC-021",
      "SEC-022"),
  TAKES_CONTROLS(
      PLAIN,
      "takes names with control octets",
      accepting(".*[\\x00-\\x1F\\x7F].*"),
      "SMTP-019",
      "ETRN-041",
      "SEC-020",
      "SEC-022",
      "SMTP-014"),
  TAKES_ADDRESSES(
      PLAIN,
      "takes what follows the @ of an address",
      (asked, correct, world) ->
          asked
              .as(asked.argument().replaceFirst("^(mailto:)?[a-z]+@", "").replaceAll("[<>]", ""))
              .of(correct),
      "ETRN-063"),
  REFUSES_LONG_NAMES(
      PLAIN,
      "answers 500 to names of more than 200 octets",
      refusing(argument -> argument.length() > 200),
      "ETRN-042",
      "SMTP-039"),
  REFUSES_SHORT_NAMES(
      PLAIN,
      "answers 500 to names of less than five octets",
      refusing(argument -> argument.matches("@?[a-z.]{1,4}")),
      "ETRN-043"),
  KNOWS_NO_SUBTREE_FORM(
      PLAIN,
      "answers 500 to the form with @",
      refusing(argument -> argument.startsWith("@") && argument.length() > 1),
      "ETRN-006",
      "ETRN-043",
      "ETRN-028",
      "ETRN-050",
      "ETRN-047",
      "PMDF-001",
      "ETRN-048",
      "PMDF-010"),
  KNOWS_NO_QUEUE_FORM(
      PLAIN,
      "answers 500 to the form with #",
      refusing(argument -> argument.startsWith("#") && argument.length() > 1),
      "ETRN-006",
      "ETRN-043",
      "ETRN-052",
      "PMDF-001",
      "PMDF-011"),
  COMPARES_CASE(
      GRAVE,
      "knows node names in lower case only",
      (asked, correct, world) ->
          asked.argument().matches("@?[a-z.]*[A-Z][A-Za-z.]*")
              ? asked.as("unknown.example").of(correct)
              : asked.of(correct),
      "ETRN-045",
      "DECL-001"),
  TAKES_PUBLIC_SUFFIXES(
      PLAIN, "takes @ and a name without a dot", accepting("@[a-z]+"), "ETRN-051", "SEC-006"),
  TAKES_TAILS_OF_LABELS(
      PLAIN,
      "takes @ and the end of a name that it knows for @ and that name",
      (asked, correct, world) -> {
        String tail = asked.argument().replaceFirst("^@", "");
        return world.store().nodes(new QueueSelection.Everything()).stream()
            .filter(node -> asked.argument().startsWith("@"))
            .filter(node -> world.config().routing().channelFor(tail).isEmpty())
            .filter(node -> node.endsWith(tail) && node.length() == tail.length() + 1)
            .findFirst()
            .map(node -> asked.as("@" + node))
            .orElse(asked)
            .of(correct);
      },
      "SEC-007",
      "ETRN-048"),
  REFUSES_LEADING_DIGITS(
      PLAIN,
      "answers 500 to labels that begin with a digit",
      refusing(argument -> argument.matches("([a-z0-9]+\\.)*[0-9][a-z0-9]*\\.[a-z]+")),
      "SMTP-039"),
  REFUSES_A_LABELS(
      PLAIN,
      "answers 500 to labels that begin with xn--",
      refusing(argument -> argument.toLowerCase(Locale.ROOT).startsWith("xn--")),
      "IDN-002"),
  KNOWS_A_LABELS_IN_LOWER_CASE_ONLY(
      PLAIN,
      "answers 500 to labels that begin with XN-- in upper case",
      refusing(argument -> argument.startsWith("XN--")),
      "IDN-004",
      "IDN-002"),
  TAKES_ADDRESS_LITERALS(
      PLAIN, "takes whatever stands in brackets", accepting("\\[.+\\]"), "SMTP-021"),
  TAKES_TRAILING_DOTS(
      NONE,
      "passes over a dot at the end of a name",
      (asked, correct, world) ->
          asked.as(asked.argument().replaceFirst("(?<=[^.])\\.$", "")).of(correct),
      "ETRN-046"),
  TAKES_SHELL_CHARACTERS(
      PLAIN,
      "takes names with characters that mean something to a shell",
      accepting("[^#]*[;`|&$'\"].*"),
      "ETRN-041",
      "SEC-022",
      "SEC-023"),
  TAKES_PATHS_FOR_QUEUES(
      PLAIN,
      "takes # and a path for a queue",
      accepting("#[^@]*[./~%][^@]*"),
      "ETRN-053",
      "SEC-024"),
  RUNS_THE_LOCAL_CHANNEL(
      PLAIN, "runs the local channel", accepting("#l"), "ETRN-053", "PMDF-045", "SEC-005"),
  COMPARES_CASE_OF_QUEUES(
      PLAIN,
      "knows names of queues in lower case only",
      (asked, correct, world) ->
          asked.as(asked.argument().replaceFirst("^#.*[A-Z].*", "#no_such_queue")).of(correct),
      "PMDF-044",
      "PMDF-011");

  private final FaultDescription<Behaviour> described;

  ArgumentFault(Harm harm, String sentence, Behaviour behaviour, String... breaks) {
    this.described = FaultDescription.of(harm, sentence, behaviour, breaks);
  }

  @Override
  public FaultDescription<Behaviour> described() {
    return described;
  }

  /** Answers 250 to arguments that match, outside of transactions. */
  private static Behaviour accepting(String pattern) {
    Pattern taken = Pattern.compile(pattern, Pattern.DOTALL);
    return (asked, correct, world) ->
        !asked.inTransaction() && taken.matcher(asked.argument()).matches()
            ? asked.accepted250()
            : asked.of(correct);
  }

  private static Behaviour refusing(Predicate<String> refused) {
    return (asked, correct, world) ->
        refused.test(asked.argument())
            ? SmtpReply.of(500, "5.5.2", "command not recognised")
            : asked.of(correct);
  }
}
