package dev.etrn.suites.cases.abuse;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.RankSum;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Dialogue.Exchange;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The judges of information that replies disclose. */
final class DisclosureJudges {

  /** Five standard deviations, which happen by chance once in two million runs. */
  private static final double SURE = 5;

  private static final long LEAST_NANOS = 300_000;
  private static final double LEAST_RATIO = 1.3;

  private static final Pattern INSIDE =
      Pattern.compile(
          "(?<![0-9.])[0-9]{1,3}(\\.[0-9]{1,3}){3}(?![0-9.])"
              + "|(?<![a-z0-9<])/[a-z]+/[a-z]+"
              + "|[a-z]Exception\\b|\\bstack trace\\b|\\bat [a-z]+\\.[a-z.]+\\(",
          Pattern.CASE_INSENSITIVE);

  private DisclosureJudges() {}

  static List<Finding> byCode(Transcript transcript) {
    List<Exchange> exchanges = answered(transcript).toList();
    if (exchanges.size() < 2) {
      return List.of(Finding.inconclusive("SEC-002", "not both nodes were answered"));
    }
    Reply denied = exchanges.get(0).replies().get(0);
    Reply unknown = exchanges.get(1).replies().get(0);
    String observed =
        "a known node got '" + text(denied) + "', an unknown one '" + text(unknown) + "'";
    if (denied.code() != unknown.code()) {
      return List.of(Finding.broken("SEC-002", observed));
    }
    return List.of(
        withoutName(exchanges.get(0)).equals(withoutName(exchanges.get(1)))
            ? Finding.kept("SEC-002", observed)
            : Finding.doubtful("SEC-002", observed));
  }

  static List<Finding> byTime(Transcript transcript) {
    long[] denied = times(transcript, "denied").toArray();
    long[] unknown = times(transcript, "unknown").toArray();
    if (Math.min(denied.length, unknown.length) < 20) {
      return List.of(
          Finding.inconclusive("SEC-003", "only " + denied.length + " probes were answered"));
    }
    var test = RankSum.of(LongStream.of(denied), LongStream.of(unknown));
    long low = Math.min(test.firstMedian(), test.secondMedian());
    long high = Math.max(test.firstMedian(), test.secondMedian());
    String observed =
        String.format(
            Locale.ROOT,
            "%d probes each: known nodes took %.3f ms in the median, unknown ones %.3f ms (z %.1f)",
            denied.length,
            test.firstMedian() / 1e6,
            test.secondMedian() / 1e6,
            test.z());
    boolean isDifference =
        Math.abs(test.z()) > SURE && high - low > LEAST_NANOS && high > low * LEAST_RATIO;
    return List.of(
        isDifference ? Finding.broken("SEC-003", observed) : Finding.kept("SEC-003", observed));
  }

  static List<Finding> queues(Transcript transcript) {
    List<String> refusals =
        answered(transcript)
            .filter(e -> e.replies().get(0).firstDigit() >= 4)
            .map(DisclosureJudges::withoutName)
            .distinct()
            .toList();
    long accepted = answered(transcript).filter(e -> e.replies().get(0).firstDigit() == 2).count();
    String observed = accepted + " names accepted, the others refused with " + refusals;
    if (refusals.size() > 1) {
      return List.of(Finding.broken("SEC-005", observed));
    }
    return List.of(
        accepted == 0 ? Finding.kept("SEC-005", observed) : Finding.noted("SEC-005", observed));
  }

  static List<Finding> channelNames(Transcript transcript) {
    String queue = transcript.fact(Facts.QUEUE).orElse("");
    return findings(transcript, "SEC-001", text -> text.contains(queue), "the queue's name in '");
  }

  static List<Finding> reasons(Transcript transcript) {
    return findings(
        transcript,
        "SEC-038",
        text -> INSIDE.matcher(text).find(),
        "what is inside the server, in '");
  }

  private static List<Finding> findings(
      Transcript transcript, String requirement, Predicate<String> isDisclosure, String disclosed) {
    List<Exchange> refused =
        answered(transcript).filter(e -> e.replies().get(0).firstDigit() >= 4).toList();
    List<Finding> disclosures =
        refused.stream()
            .filter(e -> isDisclosure.test(withoutName(e)))
            .map(e -> Finding.doubtful(requirement, disclosed + text(e.replies().get(0)) + "'"))
            .toList();
    return disclosures.isEmpty()
        ? List.of(Finding.kept(requirement, refused.size() + " refusals give nothing away"))
        : disclosures;
  }

  private static Stream<Exchange> answered(Transcript transcript) {
    return Dialogue.all(transcript).stream()
        .flatMap(d -> d.exchanges("etrn").stream())
        .filter(e -> !e.replies().isEmpty());
  }

  private static LongStream times(Transcript transcript, String step) {
    return Dialogue.all(transcript).stream()
        .flatMap(d -> d.exchanges(step).stream())
        .filter(e -> !e.replies().isEmpty() && e.sentNanos().isPresent())
        .mapToLong(e -> e.replies().get(0).nanos() - e.sentNanos().getAsLong());
  }

  /** Returns the first reply without the name that was asked for. */
  private static String withoutName(Exchange exchange) {
    String name = exchange.sent().text().replaceFirst("(?i)^ETRN ?[@#]?", "").strip();
    String text = text(exchange.replies().get(0));
    // The name is matched as a whole word, because the name of a queue may be one letter.
    return name.isEmpty()
        ? text
        : text.replaceAll("(?i)(?<![\\w.-])" + Pattern.quote(name) + "(?![\\w-])", "NAME");
  }

  private static String text(Reply reply) {
    return reply.code() + " " + reply.text();
  }
}
