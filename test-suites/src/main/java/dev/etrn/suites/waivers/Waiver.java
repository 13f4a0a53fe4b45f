package dev.etrn.suites.waivers;

import dev.etrn.suites.judge.Verdict;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A known deviation of one target.
 *
 * @param caseId the one case that shows it; not a glob, which would cover cases yet to be written
 * @param reason why it is put up with, in one sentence
 * @param link where it is discussed, an http or https address
 * @param expires the last day on which the waiver holds
 * @param evidence how the deviation shows
 */
public record Waiver(
    String caseId, String reason, Optional<URI> link, LocalDate expires, Evidence evidence) {

  /**
   * How a deviation shows; anything else is another deviation.
   *
   * @param verdict the verdict of the case
   * @param contains text that stands in what was observed
   * @param matches found in what was observed
   */
  public record Evidence(Verdict verdict, Optional<String> contains, Optional<Pattern> matches) {

    /** Whether a case that ended like this shows the deviation. */
    public boolean fits(Verdict given, String observed) {
      return given == verdict
          && contains.filter(text -> !observed.contains(text)).isEmpty()
          && matches.filter(pattern -> !pattern.matcher(observed).find()).isEmpty();
    }

    @Override
    public String toString() {
      return verdict
          + contains.map(text -> " with '" + text + "'").orElse("")
          + matches.map(pattern -> " with /" + pattern + "/").orElse("");
    }
  }
}
