package dev.etrn.suites.judge;

import dev.etrn.suites.judge.Finding.Assessment;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * The judge of the first reply to each step with a given name, on every connection of a transcript.
 *
 * <p>Rules are tried in the order in which they were added; a code that no rule covers is noted.
 */
public final class ReplyJudge implements Judge {

  private record Rule(IntPredicate codes, Assessment assessment, String requirement, String why) {}

  private final String step;
  private final String requirement;
  private final IntPredicate concerned;
  private final List<Rule> rules;

  private ReplyJudge(String step, String requirement, IntPredicate concerned, List<Rule> rules) {
    this.step = step;
    this.requirement = requirement;
    this.concerned = concerned;
    this.rules = rules;
  }

  /** Returns a judge of the reply to {@code step}, whose findings are about {@code requirement}. */
  public static ReplyJudge of(String step, String requirement) {
    return new ReplyJudge(step, requirement, Codes.any(), List.of());
  }

  /** Returns the same judge, which finds nothing at all in replies with other codes. */
  public ReplyJudge concerning(IntPredicate codes) {
    return new ReplyJudge(step, requirement, codes, rules);
  }

  public ReplyJudge keeps(IntPredicate codes) {
    return plus(new Rule(codes, Assessment.KEPT, requirement, ""));
  }

  public ReplyJudge breaks(IntPredicate codes) {
    return plus(new Rule(codes, Assessment.BROKEN, requirement, ""));
  }

  /** Adds a rule that these codes break another requirement than the judge's own. */
  public ReplyJudge breaks(IntPredicate codes, String otherRequirement, String why) {
    return plus(new Rule(codes, Assessment.BROKEN, otherRequirement, ": " + why));
  }

  public ReplyJudge doubts(IntPredicate codes, String why) {
    return plus(new Rule(codes, Assessment.DOUBTFUL, requirement, ": " + why));
  }

  public ReplyJudge notes(IntPredicate codes, String why) {
    return plus(new Rule(codes, Assessment.NOTED, requirement, ": " + why));
  }

  /** Adds a rule that other codes are inconclusive, because the configuration promised these. */
  public ReplyJudge needs(IntPredicate codes, String why) {
    return plus(new Rule(codes.negate(), Assessment.INCONCLUSIVE, requirement, ": " + why));
  }

  @Override
  public List<Finding> judge(Transcript transcript) {
    List<Dialogue.Exchange> exchanges =
        Dialogue.all(transcript).stream().flatMap(d -> d.exchanges(step).stream()).toList();
    return exchanges.isEmpty()
        ? List.of(Finding.inconclusive(requirement, "the step " + step + " was not reached"))
        : exchanges.stream().filter(this::isConcerned).map(this::finding).toList();
  }

  private boolean isConcerned(Dialogue.Exchange exchange) {
    return exchange.replies().isEmpty() || concerned.test(exchange.replies().get(0).code());
  }

  private Finding finding(Dialogue.Exchange exchange) {
    if (exchange.replies().isEmpty()) {
      return Finding.unanswered(requirement, PrintableText.sent(exchange) + " got no reply");
    }
    Reply reply = exchange.replies().get(0);
    String observed = PrintableText.sent(exchange) + " got " + PrintableText.reply(reply);
    if (reply.code() == 0) {
      return Finding.inconclusive(requirement, observed + ", which is not an SMTP reply");
    }
    return rules.stream()
        .filter(rule -> rule.codes().test(reply.code()))
        .findFirst()
        .map(r -> new Finding(r.assessment(), r.requirement(), observed + r.why()))
        .map(finding -> finding.dueTo(Impediment.of(reply)))
        .orElseGet(() -> Finding.noted(requirement, observed));
  }

  private ReplyJudge plus(Rule rule) {
    var allRules = new ArrayList<>(rules);
    allRules.add(rule);
    return new ReplyJudge(step, requirement, concerned, List.copyOf(allRules));
  }
}
