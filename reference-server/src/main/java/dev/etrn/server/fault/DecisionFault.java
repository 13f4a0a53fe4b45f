package dev.etrn.server.fault;

import dev.etrn.server.etrn.EtrnHandler;
import dev.etrn.server.wire.Reply;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Faults in what is answered to an ETRN line, and in what it starts. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state, and sets that nobody changes.
public enum DecisionFault implements Fault {
  ACCEPTS_IN_TRANSACTION(
      "answers ETRN inside a transaction as if there were none",
      (asked, correct, world) -> asked.outsideTransaction().of(correct),
      "ETRN-011",
      "ETRN-012"),
  REFUSES_OUTSIDE_TRANSACTION(
      "answers 503 to every ETRN",
      (asked, correct, world) -> Reply.of(503, "5.5.1", "not allowed now"),
      "ETRN-010",
      "ETRN-028"),
  ANNOUNCED_BUT_NOT_IMPLEMENTED(
      "lists ETRN and answers it with 502",
      (asked, correct, world) -> Reply.of(502, "5.5.1", "command not implemented"),
      "SMTP-003",
      "ETRN-028"),
  TAKES_SECOND_ARGUMENT(
      "looks at the first argument only",
      (asked, correct, world) -> asked.as(asked.argument().split(" ", 2)[0]).of(correct),
      "ETRN-005",
      "ETRN-007"),
  TAKES_BLANK_AFTER_OPTION(
      "takes blanks between option character and name",
      (asked, correct, world) ->
          asked.as(asked.argument().replaceFirst("^([@#]) +", "$1")).of(correct),
      "ETRN-007"),
  TAKES_ANY_OPTION(
      "passes over whatever stands before the name",
      (asked, correct, world) -> asked.as(asked.argument().replaceFirst("^[!%+*]", "")).of(correct),
      "ETRN-008"),
  TAKES_ASTERISK("takes an asterisk for all nodes", accepting("\\*"), "ETRN-008"),
  TAKES_TWO_OPTIONS(
      "passes over a second option character",
      (asked, correct, world) ->
          asked.as(asked.argument().replaceFirst("^[@#]([@#])", "$1")).of(correct),
      "ETRN-009"),
  TAKES_OPTION_WITHOUT_NAME(
      "takes @ and # without a name for everything", accepting("[@#]"), "ETRN-040"),
  TAKES_NO_ARGUMENT("takes no argument for everything", accepting(""), "ETRN-038", "ETRN-039"),
  TAKES_EMPTY_LABELS(
      "takes names with empty labels", accepting("[@]?(\\..+|.*[a-z]\\.\\.[a-z].*)"), "ETRN-041"),
  TAKES_HYPHENS_AT_EDGES(
      "takes labels that begin or end in a hyphen",
      accepting("(-[a-z]+|[a-z]+-)\\..*"),
      "ETRN-041"),
  TAKES_UNDERSCORES(
      "takes underscores in domain names", accepting("[a-z_]*_[a-z_]*\\..*"), "ETRN-041"),
  TAKES_SLASHES("takes slashes in names", accepting("[^#]*/.*\\..*"), "ETRN-041", "SMTP-019"),
  TAKES_LONG_LABELS("takes labels of 64 octets", accepting("[a-z]{64}\\.[a-z]+"), "ETRN-041"),
  TAKES_LONG_NAMES("takes names of 256 octets", accepting("[a-z.]{256}"), "ETRN-041"),
  TAKES_LOCAL_NAMES("takes names without a dot", accepting("[a-z]+"), "ETRN-016", "SMTP-020"),
  TAKES_EIGHT_BITS(
      "takes names with octets outside US-ASCII",
      accepting(".*[\\x80-\\xFF].*"),
      "SMTP-018",
      "IDN-001",
      "SEC-021"),
  TAKES_CONTROLS(
      "takes names with control octets",
      accepting(".*[\\x00-\\x1F\\x7F].*"),
      "SMTP-019",
      "ETRN-041",
      "SEC-020"),
  TAKES_ADDRESSES(
      "takes what follows the @ of an address",
      (asked, correct, world) ->
          asked
              .as(asked.argument().replaceFirst("^(mailto:)?[a-z]+@", "").replaceAll("[<>]", ""))
              .of(correct),
      "ETRN-063"),
  REFUSES_LONG_NAMES(
      "answers 500 to names of more than 200 octets",
      refusing(argument -> argument.length() > 200),
      "ETRN-042",
      "SMTP-039"),
  REFUSES_SHORT_NAMES(
      "answers 500 to names of less than five octets",
      refusing(argument -> argument.matches("[@#]?[a-z.]{1,4}")),
      "ETRN-043"),
  KNOWS_NO_SUBTREE_FORM(
      "answers 500 to the form with @",
      refusing(argument -> argument.startsWith("@") && argument.length() > 1),
      "ETRN-006",
      "ETRN-043",
      "ETRN-028",
      "ETRN-050",
      "ETRN-047"),
  KNOWS_NO_QUEUE_FORM(
      "answers 500 to the form with #",
      refusing(argument -> argument.startsWith("#") && argument.length() > 1),
      "ETRN-006",
      "ETRN-043",
      "ETRN-052"),
  COMPARES_CASE(
      "knows node names in lower case only",
      (asked, correct, world) ->
          asked.argument().matches("[^#]*[A-Z].*")
              ? asked.as("unknown.example").of(correct)
              : asked.of(correct),
      "ETRN-045"),
  ACCEPTS_WHAT_IT_REFUSES(
      "answers 250 where it should answer 459",
      (asked, correct, world) -> {
        Reply reply = asked.of(correct);
        return reply.code() == 459 ? asked.accepted250() : reply;
      },
      "ETRN-019",
      "ETRN-020",
      "ETRN-036",
      "ETRN-050",
      "ETRN-051"),
  TAKES_PUBLIC_SUFFIXES(
      "takes @ and a name without a dot", accepting("@[a-z]+"), "ETRN-051", "SEC-006"),
  REFUSES_WITH_550(
      "refuses nodes with 550",
      (asked, correct, world) -> {
        Reply reply = asked.of(correct);
        return reply.code() == 459 ? Reply.of(550, "5.7.1", "access denied to you") : reply;
      },
      "ETRN-019",
      "ETRN-020",
      "ETRN-028",
      "ETRN-036",
      "ETRN-050",
      "ETRN-051"),
  ANSWERS_SYNTAX_WITH_554(
      "answers syntax errors with 554",
      (asked, correct, world) -> {
        Reply reply = asked.of(correct);
        return reply.code() == 500 || reply.code() == 501 ? Reply.of(554, "5.5.0", "no") : reply;
      },
      "ETRN-037",
      "ETRN-028"),
  TELLS_UNKNOWN_FROM_DENIED(
      "has another text for nodes that it does not know",
      (asked, correct, world) -> {
        Reply reply = asked.of(correct);
        boolean isKnown = world.config().routing().channelFor(asked.argument()).isPresent();
        return reply.code() == 459 && !isKnown
            ? Reply.of(459, "4.5.0", "node " + asked.argument() + " not allowed: never heard of it")
            : reply;
      },
      "SEC-002",
      "PMDF-043",
      "SMTP-038"),
  TELLS_QUEUES_APART(
      "has another text for queues that it does not have",
      (asked, correct, world) -> {
        Reply reply = asked.of(correct);
        String queue = asked.argument().replaceFirst("^#", "");
        return reply.code() == 459
                && asked.argument().startsWith("#")
                && world.config().channel(queue).isEmpty()
            ? Reply.of(459, "4.5.0", "node #" + queue + " not allowed: no such queue")
            : reply;
      },
      "ETRN-053",
      "SEC-005",
      "PMDF-043"),
  NAMES_CHANNEL_IN_REFUSALS(
      "names the channel that it does not run",
      (asked, correct, world) -> {
        Reply reply = asked.of(correct);
        return reply.code() != 459
            ? reply
            : world
                .config()
                .routing()
                .channelFor(asked.argument())
                .map(
                    c ->
                        Reply.of(
                            459,
                            "4.5.0",
                            "node " + asked.argument() + " not allowed: channel " + c.name()))
                .orElse(reply);
      },
      "SEC-001",
      "SEC-002",
      "PMDF-043",
      "SMTP-038"),
  GIVES_NO_REASON(
      "refuses without a reason",
      (asked, correct, world) -> {
        Reply reply = asked.of(correct);
        return reply.code() == 459 ? Reply.of(459, "4.5.0", "node " + asked.argument()) : reply;
      },
      "ETRN-036"),
  NAMES_ANOTHER_NODE(
      "names another node in its success",
      (asked, correct, world) -> {
        Reply reply = asked.of(correct);
        return reply.code() / 100 == 2
            ? Reply.plain(
                reply.code(),
                Texts.of(reply).replace("node " + asked.argument(), "node other.example"))
            : reply;
      },
      "ETRN-034"),
  SUCCEEDS_WITH_254("answers 254 for success", recoding(2, 254, "2.5.0"), "ETRN-026"),
  SUCCEEDS_WITH_354("answers 354 for success", recoding(2, 354, ""), "ETRN-027"),
  SAYS_PENDING_WHEN_EMPTY(
      "answers 252 when nothing waits",
      (asked, correct, world) -> {
        Reply reply = asked.of(correct);
        return reply.code() == 251 ? recoded(reply, 252) : reply;
      },
      "ETRN-029",
      "ETRN-030",
      "ETRN-033"),
  SAYS_EMPTY_WHEN_PENDING(
      "answers 251 although mail waits",
      (asked, correct, world) -> {
        Reply reply = asked.of(correct);
        return reply.code() == 253 ? recoded(reply, 251) : reply;
      },
      "ETRN-031",
      "ETRN-033"),
  MISCOUNTS(
      "tells one message more than waits",
      (asked, correct, world) -> {
        Reply reply = asked.of(correct);
        return reply.code() == 253 ? miscounted(reply) : reply;
      },
      "ETRN-032"),
  REFUSES_OVER_LIMIT_FOR_GOOD(
      "answers 550 beyond the session's limit",
      (asked, correct, world) -> {
        Reply reply = asked.of(correct);
        return reply.code() == 458 ? Reply.of(550, "5.7.1", "too many") : reply;
      },
      "PMDF-012",
      "PMDF-013"),
  REFUSES_BUT_RUNS(
      "runs every queue when it refuses a request",
      (asked, correct, world) -> {
        Reply reply = asked.of(correct);
        if (reply.code() == 459 || reply.code() == 503) {
          world.runEverything();
        }
        return reply;
      },
      "SEC-037");

  /** What a fault makes of a line. */
  @FunctionalInterface
  private interface Behaviour {
    Reply decide(Asked asked, EtrnHandler correct, World world);
  }

  private static final Pattern NUMBER = Pattern.compile("(?<=, )[0-9]+(?= pending)");

  private final String sentence;
  private final Behaviour behaviour;
  private final Set<String> breaks;

  DecisionFault(String sentence, Behaviour behaviour, String... breaks) {
    this.sentence = sentence;
    this.behaviour = behaviour;
    this.breaks = Set.of(breaks);
  }

  EtrnHandler applied(EtrnHandler correct, World world) {
    return (argument, client, inTransaction, accepted) ->
        behaviour.decide(new Asked(argument, client, inTransaction, accepted), correct, world);
  }

  @Override
  public String sentence() {
    return sentence;
  }

  @Override
  public Set<String> breaks() {
    return breaks;
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
            ? Reply.of(500, "5.5.2", "command not recognised")
            : asked.of(correct);
  }

  private static Behaviour recoding(int firstDigit, int code, String enhanced) {
    return (asked, correct, world) -> {
      Reply reply = asked.of(correct);
      return reply.code() / 100 != firstDigit
          ? reply
          : enhanced.isEmpty() ? Reply.plain(code, "OK") : Reply.of(code, enhanced, "OK");
    };
  }

  private static Reply recoded(Reply reply, int code) {
    return Reply.plain(code, Texts.of(reply));
  }

  private static Reply miscounted(Reply reply) {
    Matcher number = NUMBER.matcher(Texts.of(reply));
    return Reply.plain(
        reply.code(), number.replaceAll(n -> Integer.toString(Integer.parseInt(n.group()) + 1)));
  }
}
