package dev.etrn.suites.cases.session;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Finding.Assessment;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.function.Function;

/**
 * The sessions of one transcript, read once for all rules that are asked of them.
 *
 * @param transcript which holds what came at the exchanger, too
 * @param conversations of clients, in order
 */
public record Sessions(Transcript transcript, List<Conversation> conversations) {

  public Sessions {
    conversations = List.copyOf(conversations);
  }

  public static Sessions of(Transcript transcript) {
    return new Sessions(transcript, Conversation.all(transcript));
  }

  /** What breaks the rule, or may do so. */
  public List<Finding> breaches(SessionRule rule) {
    return rule.judge().apply(this).stream()
        .filter(f -> f.assessment() == Assessment.BROKEN || f.assessment() == Assessment.DOUBTFUL)
        .toList();
  }

  /** Whether a breach of the rule keeps cases from saying anything of the replies in here. */
  public boolean isConfusedBy(SessionRule rule) {
    return rule.confusing()
        && breaches(rule).stream().anyMatch(f -> f.assessment() == Assessment.BROKEN);
  }

  boolean isGreeted() {
    return conversations.stream().anyMatch(Conversation::isGreeted);
  }

  List<Finding> each(Function<Conversation, List<Finding>> rule) {
    return conversations.stream().flatMap(one -> rule.apply(one).stream()).toList();
  }
}
