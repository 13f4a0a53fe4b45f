package dev.etrn.suites.judge;

import dev.etrn.suites.judge.Finding.Assessment;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Judges the first reply to each step with a name, on every connection of the transcript.
 *
 * <p>Rules are tried in the order in which they were added; a code that none of them speaks of is
 * noted.
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

  /** A judge of the reply to {@code step}, which speaks of {@code requirement}. */
  public static ReplyJudge of(String step, String requirement) {
    return new ReplyJudge(step, requirement, Codes.any(), List.of());
  }

  /** The same, which finds nothing at all in other replies. */
  public ReplyJudge concerning(IntPredicate codes) {
    return new ReplyJudge(step, requirement, codes, rules);
  }

  public ReplyJudge keeps(IntPredicate codes) {
    return with(new Rule(codes, Assessment.KEPT, requirement, ""));
  }

  public ReplyJudge breaks(IntPredicate codes) {
    return with(new Rule(codes, Assessment.BROKEN, requirement, ""));
  }

  /** Breaks another requirement than the judge's own. */
  public ReplyJudge breaks(IntPredicate codes, String other, String why) {
    return with(new Rule(codes, Assessment.BROKEN, other, ": " + why));
  }

  public ReplyJudge doubts(IntPredicate codes, String why) {
    return with(new Rule(codes, Assessment.DOUBTFUL, requirement, ": " + why));
  }

  public ReplyJudge notes(IntPredicate codes, String why) {
    return with(new Rule(codes, Assessment.NOTED, requirement, ": " + why));
  }

  /** The configuration promised that this would be accepted; otherwise nothing can be said. */
  public ReplyJudge needs(IntPredicate codes, String why) {
    return with(new Rule(codes.negate(), Assessment.INCONCLUSIVE, requirement, ": " + why));
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
      return Finding.inconclusive(requirement, PrintableText.sent(exchange) + " got no reply");
    }
    Reply reply = exchange.replies().get(0);
    String observed = PrintableText.sent(exchange) + " got " + PrintableText.reply(reply);
    if (reply.code() == 0) {
      return Finding.inconclusive(requirement, observed + ", which is no SMTP reply");
    }
    return rules.stream()
        .filter(rule -> rule.codes().test(reply.code()))
        .findFirst()
        .map(r -> new Finding(r.assessment(), r.requirement(), observed + r.why()))
        .orElseGet(() -> Finding.noted(requirement, observed));
  }

  private ReplyJudge with(Rule rule) {
    var more = new ArrayList<>(rules);
    more.add(rule);
    return new ReplyJudge(step, requirement, concerned, List.copyOf(more));
  }
}
