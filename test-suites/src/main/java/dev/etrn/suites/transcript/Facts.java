package dev.etrn.suites.transcript;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The facts of transcripts: whatever a judge must know and cannot see on the wire. A recording may
 * have others, of an older or newer harness; they are kept as they are.
 */
public final class Facts {

  // The target, as its configuration declares it.

  public static final FactKey<String> PERMITTED_NODE = FactKey.text("node.permitted");
  public static final FactKey<String> SIBLING_NODE = FactKey.text("node.sibling");
  public static final FactKey<String> EMPTY_NODE = FactKey.text("node.empty");
  public static final FactKey<String> DENIED_NODE = FactKey.text("node.denied");
  public static final FactKey<String> UNKNOWN_NODE = FactKey.text("node.unknown");
  public static final FactKey<String> SIMILAR_NODE = FactKey.text("node.similar");
  public static final FactKey<String> QUEUE = FactKey.text("node.queue");

  /** The number of ETRNs that the target accepts in a session. */
  public static final FactKey<Integer> ETRN_LIMIT = FactKey.number("limit.etrns");

  /** The time in which mail comes after ETRN. */
  public static final FactKey<Duration> WITHIN = FactKey.time("within");

  /** The fact that the target delivers at its next scheduled time. */
  public static final FactKey<Boolean> SCHEDULED = FactKey.flag("release.scheduled");

  /** The fact that the target is a minimal server. */
  public static final FactKey<Boolean> MINIMAL = FactKey.flag("target.minimal");

  /** The use of TLS, by its word in etrn.yaml. */
  public static final FactKey<String> TLS = FactKey.text("target.tls");

  /** The channel keyword. */
  public static final FactKey<String> KEYWORD = FactKey.text("target.keyword");

  /** The forms of ETRN that the target accepts, by their words in etrn.yaml. */
  public static final FactKey<List<String>> FORMS = FactKey.list("target.forms", " ");

  // The run and its treatment of the case.

  /** The run of the transcript. */
  public static final FactKey<RunToken> RUN =
      FactKey.of("run", "the token of a run", RunToken::new, RunToken::text);

  /** The fact that the case was not played: the key of etrn.yaml that it needs. */
  public static final FactKey<String> LACKS = FactKey.text("lacks");

  /** The fact that the case was not played: the ability that the client lacks. */
  public static final FactKey<String> LACKS_ABILITY = FactKey.text("lacks-ability");

  /** The fact that the script failed: the exception. */
  public static final FactKey<String> DEFECT = FactKey.text("defect");

  /** The fact that the target went away during the case: its address. */
  public static final FactKey<String> TARGET_WENT = FactKey.text("target-went");

  /** The fact that the case ended inconclusive, and was played once more. */
  public static final FactKey<Boolean> PLAYED_AGAIN = FactKey.flag("played.again");

  /** The fact that the target refused a connection as one too many: its reply. */
  public static final FactKey<String> TURNED_AWAY = FactKey.text("turned.away");

  /** The fact that the run cut short the wait for an ETRN reply: the time that the case wanted. */
  public static final FactKey<Duration> WAIT_CUT = FactKey.time("wait.cut");

  /** The connections that brought mail of other cases, which were played at the same time. */
  public static final FactKey<List<String>> LANE_SHARED = FactKey.list("lane.shared", ", ");

  /** The fact that the first message of the run did not come: the time of the wait. */
  public static final FactKey<Duration> FIRST_MISSING = FactKey.time("first.missing");

  /** The fact that a transcript is the evidence of a rule: the case that it was recorded in. */
  public static final FactKey<String> SEEN_IN = FactKey.text("seen.in");

  // The script.

  /** The time for which mail was watched before ETRN, if it was less than the quiet time. */
  public static final FactKey<Duration> HOLD_BRIEF = FactKey.time("hold.brief");

  /** The time for which the script watched the mail. */
  public static final FactKey<Duration> WATCHED = FactKey.time("watched");

  /** The number of lines that a client wrote without reading the replies. */
  public static final FactKey<Integer> LINES_WRITTEN = FactKey.number("lines.written");

  /** The new condition of the network, in words. */
  public static final FactKey<String> LINK = FactKey.text("link");

  /** The fact that the network broke: the sink's end of the broken connection. */
  public static final FactKey<End> LINK_BROKEN =
      FactKey.of("link.broken", "an end such as S1", End::parse, End::toString);

  /** The fact that the network is no longer silent, in words. */
  public static final FactKey<String> LINK_ENDED = FactKey.text("link.ended");

  /** The fact that more octets came than are recorded: the end, and the kind of excess. */
  public static final FactKey<String> EXCESS = FactKey.text("bound");

  /** The new plan of the sink, in a dry run. */
  public static final FactKey<String> SINK = FactKey.text("sink");

  /** The wait of the script for mail or for its absence, in a dry run. */
  public static final FactKey<String> WAITS = FactKey.text("waits");

  // The client under test.

  /** The number of ETRNs in the baseline of the client. */
  public static final FactKey<Integer> BASELINE_ETRNS = FactKey.number("usual.etrns");

  /** The fact that a message followed in the baseline of the client. */
  public static final FactKey<Boolean> BASELINE_MAIL = FactKey.flag("usual.mail");

  /** The exit code of the command in the baseline of the client. */
  public static final FactKey<Integer> BASELINE_EXIT = FactKey.number("usual.exit");

  /** The fact that the client is that of this project. */
  public static final FactKey<Boolean> OWN_CLIENT = FactKey.flag("client.own");

  /** The beginning of a visit: the nodes that the client was told to ask for. */
  public static final FactKey<List<String>> VISIT_ASKED =
      FactKey.of("visit.asked", "a list of nodes", Facts::nodes, Facts::escaped);

  /** The exit code of the client's command. */
  public static final FactKey<Integer> VISIT_EXIT = FactKey.number("visit.exit");

  /** The beginning of the output of the client's command. */
  public static final FactKey<String> VISIT_OUTPUT = FactKey.text("visit.output");

  /** The result of a connection to the port on which the client receives mail. */
  public static final FactKey<String> VISIT_CONNECT_BACK = FactKey.text("visit.connect-back");

  private static final String FLOODED = "flooded.";

  private static final List<FactKey<?>> ALL =
      List.of(
          PERMITTED_NODE,
          SIBLING_NODE,
          EMPTY_NODE,
          DENIED_NODE,
          UNKNOWN_NODE,
          SIMILAR_NODE,
          QUEUE,
          ETRN_LIMIT,
          WITHIN,
          SCHEDULED,
          MINIMAL,
          TLS,
          KEYWORD,
          FORMS,
          RUN,
          LACKS,
          LACKS_ABILITY,
          DEFECT,
          TARGET_WENT,
          PLAYED_AGAIN,
          TURNED_AWAY,
          WAIT_CUT,
          LANE_SHARED,
          FIRST_MISSING,
          SEEN_IN,
          HOLD_BRIEF,
          WATCHED,
          LINES_WRITTEN,
          LINK,
          LINK_BROKEN,
          LINK_ENDED,
          EXCESS,
          SINK,
          WAITS,
          BASELINE_ETRNS,
          BASELINE_MAIL,
          BASELINE_EXIT,
          OWN_CLIENT,
          VISIT_ASKED,
          VISIT_EXIT,
          VISIT_OUTPUT,
          VISIT_CONNECT_BACK);

  private static final Map<String, FactKey<?>> BY_NAME =
      ALL.stream().collect(Collectors.toUnmodifiableMap(FactKey::name, Function.identity()));

  private Facts() {}

  /** Returns all keys, apart from those of {@link #flooded}, which are one for each end. */
  public static List<FactKey<?>> all() {
    return ALL;
  }

  /** Returns the key with this name in a recording; empty if this harness does not know it. */
  public static Optional<FactKey<?>> named(String name) {
    return name.startsWith(FLOODED)
        ? Optional.of(FactKey.text(name))
        : Optional.ofNullable(BY_NAME.get(name));
  }

  /** Returns the key of the fact that the client at {@code end} wrote more than was recorded. */
  public static FactKey<String> flooded(End end) {
    return FactKey.text(FLOODED + end);
  }

  /** Returns the name of the end of a fact {@link #flooded}; empty for any other fact. */
  public static Optional<String> floodedEnd(Event.Fact fact) {
    return fact.name().startsWith(FLOODED)
        ? Optional.of(fact.name().substring(FLOODED.length()))
        : Optional.empty();
  }

  private static List<String> nodes(String text) {
    return Stream.of(text.split(" "))
        .filter(word -> !word.isEmpty())
        .map(word -> Octets.unescape(word).text())
        .toList();
  }

  private static String escaped(List<String> nodes) {
    return nodes.stream()
        .map(node -> Octets.of(node).escaped().replace(" ", "\\x20"))
        .collect(Collectors.joining(" "));
  }
}
