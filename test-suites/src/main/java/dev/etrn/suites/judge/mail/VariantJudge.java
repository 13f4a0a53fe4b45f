package dev.etrn.suites.judge.mail;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Optional;

/**
 * The judge of mail that was asked for in a special way, such as in upper case or by a client that
 * leaves at once. Missing mail is a finding about that way only if mail comes after a plain
 * request: once before the special request, and again after it failed.
 *
 * <p>The script asks plainly for the group {@value #PLAIN} in the step of that name, and specially
 * in the step {@code etrn}. If that mail does not come, the script asks for it plainly in the step
 * {@value #CONFIRM}. Then it makes one more plain request, which follows the one before it as soon
 * as the special request followed the first.
 *
 * @param groups the groups of the messages of the special request
 * @param requirement the requirement that is broken if one of them comes only after a plain request
 */
public record VariantJudge(List<String> groups, String requirement) implements Judge {

  /** The group and the step of the plain request that comes first. */
  public static final String PLAIN = "plain";

  /** The step of the plain request that follows a special one that failed. */
  public static final String CONFIRM = "confirm";

  /** The group and the step of the plain request that follows another one soon. */
  public static final String CONTROL = "control";

  private static final String SPECIAL = "etrn";

  /** The case of mail that the second of two requests does not release. */
  private static final String SECOND_CASE = "etrn.effect.second-session";

  public VariantJudge {
    groups = List.copyOf(groups);
  }

  /** Returns a judge of one group. */
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
    if (plain.countArrived(plain.deadline()) < plain.held().size()) {
      return List.of(
          Finding.referred(requirement, ReleaseJudge.PLAIN_CASE),
          Finding.noted(
              requirement,
              "asked for plainly, " + plain.missing(plain.deadline()) + ", so this tells nothing"));
    }
    long until = SubmittedMail.askedAt(transcript, CONFIRM).orElse(Long.MAX_VALUE);
    long arrived =
        groups.stream()
            .mapToLong(g -> Release.of(transcript, g, SPECIAL).countArrived(until))
            .sum();
    return groups.stream()
        .flatMap(group -> special(transcript, group, until, arrived > 0).stream())
        .toList();
  }

  /**
   * Judges one group of the special request.
   *
   * @param until the time of the plain request; mail that comes later came because of that
   * @param isRun true if some of the mail came, so that there was a queue run
   */
  private List<Finding> special(Transcript transcript, String group, long until, boolean isRun) {
    var release = Release.of(transcript, group, SPECIAL);
    Optional<Finding> obstacle = release.obstacle(requirement);
    if (obstacle.isPresent()) {
      return List.of(obstacle.get());
    }
    int held = release.held().size();
    if (release.countArrived(until) == held) {
      return List.of(Finding.kept(requirement, release.summary()));
    }
    String observed = release.missing(until);
    if (Release.isScheduled(transcript)) {
      return List.of(Finding.noted(requirement, observed));
    }
    if (isRun) {
      return List.of(Finding.broken(requirement, observed));
    }
    return isConfirmed(transcript) && release.countArrived(Long.MAX_VALUE) == held
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
        && control.countArrived(control.deadline()) == control.held().size();
  }
}
