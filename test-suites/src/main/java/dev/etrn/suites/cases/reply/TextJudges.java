package dev.etrn.suites.cases.reply;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The judges of reply texts. */
final class TextJudges {

  private TextJudges() {}

  static List<Finding> reason(Transcript transcript) {
    Optional<Reply> reply = Dialogue.first(transcript).firstReply("etrn");
    if (reply.filter(r -> r.code() == 459).isEmpty()) {
      return List.of(
          Finding.notApplicable("ETRN-036", "the refusal was not 459, so no reason is asked for"));
    }
    String text = reply.get().text();
    String node = transcript.fact(Facts.DENIED_NODE).orElse("");
    String rest = text.replaceFirst("^\\d\\.\\d{1,3}\\.\\d{1,3} ", "").replace(node, "");
    boolean hasReason = rest.replaceAll("(?i)node|[^a-z]", "").length() > 3;
    return List.of(
        hasReason
            ? Finding.kept("ETRN-036", "the text reads '" + text + "'")
            : Finding.noted("ETRN-036", "459 without a reason: '" + text + "'"));
  }

  static List<Finding> named(Transcript transcript) {
    Optional<Reply> reply = Dialogue.first(transcript).firstReply("etrn");
    if (reply.filter(r -> r.firstDigit() == 2).isEmpty()) {
      return List.of(
          reply.isEmpty()
              ? Finding.unanswered("ETRN-034", "ETRN got no reply")
              : Finding.referred("ETRN-034", Finding.PERMITTED_CASE));
    }
    String text = reply.get().text().toLowerCase(Locale.ROOT);
    Optional<String> otherNode =
        Stream.of(Facts.SIBLING_NODE, Facts.DENIED_NODE, Facts.UNKNOWN_NODE, Facts.EMPTY_NODE)
            .flatMap(node -> transcript.fact(node).stream())
            .filter(name -> text.contains(name.toLowerCase(Locale.ROOT)))
            .findFirst();
    if (otherNode.isPresent()) {
      return List.of(Finding.doubtful("ETRN-034", "the text names another node: " + shown(reply)));
    }
    String requested = transcript.fact(Facts.PERMITTED_NODE).orElse("").toLowerCase(Locale.ROOT);
    return List.of(
        text.contains(requested)
            ? Finding.kept("ETRN-034", shown(reply))
            : Finding.noted("ETRN-034", "the text names no node: " + shown(reply)));
  }

  private static String shown(Optional<Reply> reply) {
    return reply.map(r -> "'" + r.code() + " " + r.text() + "'").orElse("no reply");
  }
}
