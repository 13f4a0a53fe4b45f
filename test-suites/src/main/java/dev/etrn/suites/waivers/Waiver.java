package dev.etrn.suites.waivers;

import dev.etrn.suites.judge.Verdict;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A known deviation of one target.
 *
 * @param caseId the only case that shows it; not a glob, which would cover future cases
 * @param reason the reason to accept it, in one sentence
 * @param link the http or https address of a discussion about it
 * @param expires the last day on which the waiver holds
 * @param evidence the evidence of the deviation
 */
public record Waiver(
    String caseId, String reason, Optional<URI> link, LocalDate expires, Evidence evidence) {

  /**
   * The evidence of a deviation; anything else is another deviation.
   *
   * @param verdict the verdict of the case
   * @param contains a part of the observed text
   * @param matches a pattern that is found in the observed text
   */
  public record Evidence(Verdict verdict, Optional<String> contains, Optional<Pattern> matches) {

    /** Returns true if a case that ended like this shows the deviation. */
    public boolean fits(Verdict actual, String observed) {
      return actual == verdict
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
