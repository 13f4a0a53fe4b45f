package dev.etrn.suites.judge.mail;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Optional;

/**
 * Judges mail that was asked for in a special way, such as in upper case or by a client that leaves
 * at once. That it does not come tells something of that way only where it comes when it is asked
 * for plainly: before that, and again when the special request was in vain.
 *
 * <p>The script asks plainly for the group {@value #PLAIN} in the step of that name, specially in
 * the step {@code etrn}, and plainly for the same mail in the step {@value #CONFIRM} when it did
 * not come; then it does so once more, as soon after that as the special request came after the
 * first one.
 *
 * @param groups of the messages that were asked for specially
 * @param requirement that is broken when one of them comes only when asked for plainly
 */
public record VariantJudge(List<String> groups, String requirement) implements Judge {

  /** The group and the step of the plain request that comes first. */
  public static final String PLAIN = "plain";

  /** The step of the plain request that follows a special one in vain. */
  public static final String CONFIRM = "confirm";

  /** The group and the step of a plain request that follows another one as soon as the special. */
  public static final String CONTROL = "control";

  private static final String SPECIAL = "etrn";

  /** The case of mail that the second of two requests does not release. */
  private static final String SECOND_CASE = "etrn.effect.second-session";

  public VariantJudge {
    groups = List.copyOf(groups);
  }

  /** For one group. */
  public static VariantJudge of(String group, String requirement) {
    return new VariantJudge(List.of(group), requirement);
  }

  @Override
  public List<Finding> judge(Transcript transcript) {
    var plain = Release.of(transcript, PLAIN, PLAIN);
    Optional<Finding> obstacle = plain.obstacle(requirement);
    if (obstacle.isPresent()) {
      return List.of(obstacle.get());
    }
    if (plain.came(plain.deadline()) < plain.held().size()) {
      return List.of(
          Finding.referred(requirement, ReleaseJudge.PLAIN_CASE),
          Finding.noted(
              requirement,
              "asked for plainly, " + plain.missing(plain.deadline()) + ", so this tells nothing"));
    }
    long until = SubmittedMail.askedAt(transcript, CONFIRM).orElse(Long.MAX_VALUE);
    long came =
        groups.stream().mapToLong(g -> Release.of(transcript, g, SPECIAL).came(until)).sum();
    return groups.stream()
        .flatMap(group -> special(transcript, group, until, came > 0).stream())
        .toList();
  }

  /**
   * @param until what comes later came because it was asked for plainly
   * @param isRun whether some of the mail came, so that there was a run
   */
  private List<Finding> special(Transcript transcript, String group, long until, boolean isRun) {
    var release = Release.of(transcript, group, SPECIAL);
    Optional<Finding> obstacle = release.obstacle(requirement);
    if (obstacle.isPresent()) {
      return List.of(obstacle.get());
    }
    int held = release.held().size();
    if (release.came(until) == held) {
      return List.of(Finding.kept(requirement, release.summary()));
    }
    String observed = release.missing(until);
    if (Release.isScheduled(transcript)) {
      return List.of(Finding.noted(requirement, observed));
    }
    if (isRun) {
      return List.of(Finding.broken(requirement, observed));
    }
    return isConfirmed(transcript) && release.came(Long.MAX_VALUE) == held
        ? List.of(
            Finding.broken(
                requirement, observed + ", and it came when it was asked for plainly again"))
        : List.of(
            Finding.referred(requirement, SECOND_CASE),
            Finding.noted(requirement, observed + ", asked for specially or plainly"));
  }

  private boolean isConfirmed(Transcript transcript) {
    var control = Release.of(transcript, CONTROL, CONTROL);
    return control.obstacle(requirement).isEmpty()
        && control.came(control.deadline()) == control.held().size();
  }
}
