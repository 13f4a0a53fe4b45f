package dev.etrn.suites.judge.mail;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Optional;

/**
 * Judges whether the messages of a group came that were held when ETRN asked for them. Believes the
 * sink, not the reply; but what was refused has not to come. What they came like is for {@link
 * MailIntegrity}.
 */
public final class ReleaseJudge implements Judge {

  /** The case that speaks of mail that does not come at all. */
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
   * For cases whose subject is that mail comes: what is missing breaks what was declared.
   *
   * @param group as the script injected it
   * @param step in which the ETRN was sent
   */
  public static ReleaseJudge of(String group, String step) {
    return new ReleaseJudge(group, step, true);
  }

  /**
   * For cases with another subject: that no mail comes at all is left to the case that speaks of
   * that; a part that is missing breaks what was declared.
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
    // In cases with another subject late mail has come; some of them slow it down themselves.
    long deadline = isSubject ? release.deadline() : Long.MAX_VALUE;
    long came = release.came(deadline);
    if (came == release.held().size()) {
      return List.of(Finding.kept(RUN, release.summary()));
    }
    String observed = release.missing(deadline);
    if (Release.isScheduled(transcript)) {
      return List.of(Finding.noted(RUN, observed + ", which is declared to follow a schedule"));
    }
    // ETRN-021 sets no time, and section 5.1 lets a server never connect; the key sets one.
    return isSubject || came > 0
        ? List.of(Finding.broken(DECLARED, observed), Finding.broken(RUN, observed))
        : List.of(Finding.referred(RUN, PLAIN_CASE), Finding.noted(RUN, observed));
  }
}
