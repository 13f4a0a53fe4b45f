package dev.etrn.suites.tck;

import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.catalogue.requirements.Consequences;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.Expectation;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.transcript.text.TranscriptText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.TestReporter;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Tells JUnit what became of a case. */
final class VerdictReporter {

  private static final int EXCERPT = 40;

  private VerdictReporter() {}

  /**
   * @param waived what a waiver makes of the result, when one covers it
   * @throws AssertionFailedError for a FAIL, an ERROR, and a pass that a waiver did not expect
   * @throws TestAbortedException when nothing can be said, and for an expected deviation
   */
  static void report(CaseResult result, Optional<Expectation> waived, TestReporter reporter) {
    if (waived.filter(Expectation::isPass).isPresent()) {
      throw new AssertionFailedError("passes, though a waiver says that it does not: remove it");
    } else if (waived.isPresent()) {
      String reason = waived.get().waiver().reason();
      throw new TestAbortedException("waived (" + reason + "): " + told(result));
    }
    switch (result.verdict()) {
      case FAIL, ERROR ->
          throw new AssertionFailedError(
              message(result), result.info().expected(), result.observed());
      case NOT_APPLICABLE, NOT_OFFERED, INCONCLUSIVE ->
          throw new TestAbortedException(told(result));
      case WARN, NOTE -> reporter.publishEntry(result.info().id(), told(result));
      case PASS -> {}
    }
  }

  private static String told(CaseResult result) {
    return result.verdict() + ": " + result.observed();
  }

  private static String message(CaseResult result) {
    CaseInfo info = result.info();
    var out = new StringBuilder(told(result));
    out.append("\n  requirements: ").append(String.join(", ", info.requirements()));
    out.append("\n  accepted: ").append(info.expected());
    Consequences.of(info).ifPresent(meaning -> out.append("\n  it means: ").append(meaning));
    return out.append('\n').append(excerpt(result.transcript())).toString();
  }

  /** The end of the transcript, where the reason mostly is. */
  private static String excerpt(Transcript transcript) {
    List<String> lines = TranscriptText.write(transcript).lines().toList();
    int skipped = Math.max(0, lines.size() - EXCERPT);
    String note = skipped == 0 ? "" : "(" + skipped + " lines before these)\n";
    return note + String.join("\n", lines.subList(skipped, lines.size()));
  }
}
