package dev.etrn.suites.judge.mail;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Optional;

/**
 * The judge of a release: did the messages of a group come that were held when ETRN asked for them?
 * It trusts the sink and not the reply, but mail does not have to come after a refusal. The content
 * of the messages is judged by {@link MailIntegrity}.
 */
public final class ReleaseJudge implements Judge {

  /** The case that reports mail that does not come at all. */
  static final String PLAIN_CASE = "etrn.effect.one-message";

  private static final String RUN = "ETRN-021";
  private static final String DECLARED = "DECL-003";

  private final String group;
  private final String step;
  private final boolean isSubject;

  private ReleaseJudge(String group, String step, boolean isSubject) {
    this.group = group;
    this.step = step;
    this.isSubject = isSubject;
  }

  /**
   * Returns a judge for cases whose subject is that mail comes: a missing message breaks the
   * declaration.
   *
   * @param group the group of the messages, as in the script
   * @param step the step in which the ETRN was sent
   */
  public static ReleaseJudge of(String group, String step) {
    return new ReleaseJudge(group, step, true);
  }

  /**
   * Returns a judge for cases with another subject: another case reports that no mail comes at all,
   * but if only a part is missing, that breaks the declaration.
   */
  public static ReleaseJudge beside(String group, String step) {
    return new ReleaseJudge(group, step, false);
  }

  @Override
  public List<Finding> judge(Transcript transcript) {
    var release = Release.of(transcript, group, step);
    Optional<Finding> obstacle = release.obstacle(RUN);
    if (obstacle.isPresent()) {
      return List.of(obstacle.get());
    }
    // In cases with another subject late mail counts, because some of them slow it down themselves.
    long deadline = isSubject ? release.deadline() : Long.MAX_VALUE;
    long arrived = release.countArrived(deadline);
    if (arrived == release.held().size()) {
      return List.of(Finding.kept(RUN, release.summary()));
    }
    String observed = release.missing(deadline);
    if (Release.isScheduled(transcript)) {
      return List.of(Finding.noted(RUN, observed + ", which is declared to follow a schedule"));
    }
    // ETRN-021 sets no time, and section 5.1 lets a server never connect; the key sets one.
    return isSubject || arrived > 0
        ? List.of(Finding.broken(DECLARED, observed), Finding.broken(RUN, observed))
        : List.of(Finding.referred(RUN, PLAIN_CASE), Finding.noted(RUN, observed));
  }
}
