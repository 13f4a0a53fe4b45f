package dev.etrn.suites.cases.keywords;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The judges of the channel keywords; the replies are those to a name, to @ and to #. */
final class ChannelKeywordJudges {

  private ChannelKeywordJudges() {}

  /** Returns a judge that judges only a target with this keyword. */
  static Judge when(String keyword, String requirement, Judge judge) {
    return transcript -> {
      String declared = transcript.fact(Facts.KEYWORD).orElse("another one");
      return declared.equals(keyword)
          ? judge.judge(transcript)
          : List.of(
              Finding.notApplicable(
                  requirement, "needs target.keyword " + keyword + ", and it is " + declared));
    };
  }

  static List<Finding> allow(Transcript transcript) {
    return forms(transcript, "PMDF-001", true, reply -> namesChannel(transcript, reply));
  }

  static List<Finding> silent(Transcript transcript) {
    return forms(transcript, "PMDF-002", true, reply -> !namesChannel(transcript, reply));
  }

  static List<Finding> domain(Transcript transcript) {
    return forms(transcript, "PMDF-003", false, reply -> !namesChannel(transcript, reply));
  }

  static List<Finding> disable(Transcript transcript) {
    boolean isListed = Dialogue.first(transcript).keywords().contains("ETRN");
    List<Integer> codes = replies(transcript).stream().map(Reply::code).toList();
    String observed = "answered " + codes + (isListed ? ", and EHLO lists ETRN" : "");
    boolean isOff = codes.size() == 3 && codes.stream().allMatch(code -> code == 502);
    return List.of(
        isOff && !isListed
            ? Finding.kept("PMDF-004", observed)
            : Finding.broken("PMDF-004", observed));
  }

  static List<Finding> alike(Transcript transcript) {
    List<String> texts =
        Dialogue.first(transcript).exchanges("etrn").stream()
            .flatMap(
                e ->
                    e.replies().stream()
                        .filter(r -> r.code() == 459)
                        .map(r -> r.raw().text().replace(argument(e.sent().text()), "NAME")))
            .distinct()
            .toList();
    if (texts.isEmpty()) {
      return List.of(
          Finding.notApplicable(
              "PMDF-043", "nothing was refused with 459, whose texts could differ"));
    }
    String observed = "refused with " + texts.stream().map(String::strip).toList();
    return List.of(
        texts.size() == 1
            ? Finding.kept("PMDF-043", observed)
            : Finding.broken("PMDF-043", observed));
  }

  static List<Finding> queueCase(Transcript transcript) {
    List<Integer> codes = replies(transcript).stream().map(Reply::code).toList();
    if (codes.size() < 2) {
      return List.of(Finding.inconclusive("PMDF-044", "not both names were answered"));
    }
    String observed = "in lower case " + codes.get(0) + ", in upper case " + codes.get(1);
    return List.of(
        codes.get(0) / 100 == codes.get(1) / 100
            ? Finding.kept("PMDF-044", observed)
            : Finding.broken("PMDF-044", observed));
  }

  private static List<Finding> forms(
      Transcript transcript, String requirement, boolean areAllHonoured, Predicate<Reply> isText) {
    List<Reply> replies = replies(transcript);
    if (replies.size() < 3) {
      return List.of(Finding.inconclusive(requirement, "not all three forms were answered"));
    }
    var findings = new ArrayList<Finding>();
    for (int i = 0; i < replies.size(); i++) {
      Reply reply = replies.get(i);
      boolean isWanted = areAllHonoured || i == 1;
      boolean isAsWanted = (reply.firstDigit() == 2) == isWanted;
      String observed = "'" + reply.code() + " " + reply.text() + "'";
      findings.add(
          isAsWanted && (!isWanted || isText.test(reply))
              ? Finding.kept(requirement, observed)
              : Finding.broken(requirement, observed));
    }
    return findings;
  }

  /** Returns true if the text has the channel's name, apart from an echo of the argument. */
  private static boolean namesChannel(Transcript transcript, Reply reply) {
    String queue = transcript.fact(Facts.QUEUE).orElse("");
    return reply.text().replace("#" + queue, "").contains(queue);
  }

  private static String argument(String line) {
    return line.replaceFirst("(?i)^ETRN ", "").strip();
  }

  private static List<Reply> replies(Transcript transcript) {
    List<Reply> replies =
        Dialogue.all(transcript).stream().flatMap(d -> d.replies("etrn").stream()).toList();
    // A line that is not a reply leaves it open which reply answers which form; and 530 does not
    // answer a form, but demands TLS or authentication.
    return replies.stream().anyMatch(reply -> reply.code() == 0 || reply.code() == 530)
        ? List.of()
        : replies;
  }
}
