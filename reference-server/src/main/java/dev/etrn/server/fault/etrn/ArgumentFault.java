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

/** The faults in which arguments of ETRN are accepted as names. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum ArgumentFault implements DecisionFault {
  TAKES_SECOND_ARGUMENT(
      PLAIN,
      "ignores all arguments but the first",
      (line, correct, server) ->
          line.withArgument(line.argument().split(" ", 2)[0]).decidedBy(correct),
      "ETRN-005",
      "ETRN-007"),
  TAKES_BLANK_AFTER_OPTION(
      PLAIN,
      "takes blanks between option character and name",
      (line, correct, server) ->
          line.withArgument(line.argument().replaceFirst("^([@#]) +", "$1")).decidedBy(correct),
      "ETRN-007"),
  TAKES_ANY_OPTION(
      PLAIN,
      "ignores an unknown option character before the name",
      (line, correct, server) ->
          line.withArgument(line.argument().replaceFirst("^[!%+*]", "")).decidedBy(correct),
      "ETRN-008"),
  TAKES_ASTERISK(PLAIN, "accepts an asterisk as all nodes", accepting("\\*"), "ETRN-008"),
  TAKES_TWO_OPTIONS(
      PLAIN,
      "ignores a second option character",
      (line, correct, server) ->
          line.withArgument(line.argument().replaceFirst("^[@#]([@#])", "$1")).decidedBy(correct),
      "ETRN-009"),
  TAKES_OPTION_WITHOUT_NAME(
      PLAIN,
      "accepts @ and # without a name as a request for everything",
      accepting("[@#]"),
      "ETRN-040"),
  TAKES_NO_ARGUMENT(
      PLAIN,
      "accepts ETRN without an argument as a request for everything",
      accepting(""),
      "ETRN-038",
      "ETRN-039"),
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
      "accepts an address and takes its domain as the node",
      (line, correct, server) ->
          line.withArgument(
                  line.argument().replaceFirst("^(mailto:)?[a-z]+@", "").replaceAll("[<>]", ""))
              .decidedBy(correct),
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
      (line, correct, server) ->
          line.argument().matches("@?[a-z.]*[A-Z][A-Za-z.]*")
              ? line.withArgument("unknown.example").decidedBy(correct)
              : line.decidedBy(correct),
      "ETRN-045",
      "DECL-001"),
  TAKES_PUBLIC_SUFFIXES(
      PLAIN, "takes @ and a name without a dot", accepting("@[a-z]+"), "ETRN-051", "SEC-006"),
  TAKES_TAILS_OF_LABELS(
      PLAIN,
      "accepts @ and the tail of a known name as @ and that name",
      (line, correct, server) -> {
        String tail = line.argument().replaceFirst("^@", "");
        return server.store().nodes(new QueueSelection.Everything()).stream()
            .filter(node -> line.argument().startsWith("@"))
            .filter(node -> server.config().routing().channelFor(tail).isEmpty())
            .filter(node -> node.endsWith(tail) && node.length() == tail.length() + 1)
            .findFirst()
            .map(node -> line.withArgument("@" + node))
            .orElse(line)
            .decidedBy(correct);
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
  TAKES_ADDRESS_LITERALS(PLAIN, "accepts any text in brackets", accepting("\\[.+\\]"), "SMTP-021"),
  TAKES_TRAILING_DOTS(
      NONE,
      "ignores a dot at the end of a name",
      (line, correct, server) ->
          line.withArgument(line.argument().replaceFirst("(?<=[^.])\\.$", "")).decidedBy(correct),
      "ETRN-046"),
  TAKES_SHELL_CHARACTERS(
      PLAIN,
      "accepts names with shell metacharacters",
      accepting("[^#]*[;`|&$'\"].*"),
      "ETRN-041",
      "SEC-022",
      "SEC-023"),
  TAKES_PATHS_FOR_QUEUES(
      PLAIN,
      "accepts # and a path as a queue",
      accepting("#[^@]*[./~%][^@]*"),
      "ETRN-053",
      "SEC-024"),
  RUNS_THE_LOCAL_CHANNEL(
      PLAIN, "runs the local channel", accepting("#l"), "ETRN-053", "PMDF-045", "SEC-005"),
  COMPARES_CASE_OF_QUEUES(
      PLAIN,
      "knows names of queues in lower case only",
      (line, correct, server) ->
          line.withArgument(line.argument().replaceFirst("^#.*[A-Z].*", "#no_such_queue"))
              .decidedBy(correct),
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

  /** Returns the behaviour that answers 250 to matching arguments outside of transactions. */
  private static Behaviour accepting(String pattern) {
    Pattern accepted = Pattern.compile(pattern, Pattern.DOTALL);
    return (line, correct, server) ->
        !line.inTransaction() && accepted.matcher(line.argument()).matches()
            ? line.accepted250()
            : line.decidedBy(correct);
  }

  private static Behaviour refusing(Predicate<String> refused) {
    return (line, correct, server) ->
        refused.test(line.argument())
            ? SmtpReply.of(500, "5.5.2", "command not recognised")
            : line.decidedBy(correct);
  }
}
