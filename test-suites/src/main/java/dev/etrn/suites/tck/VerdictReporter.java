package dev.etrn.suites.tck;

import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.catalogue.requirements.Consequences;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.Expectation;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.transcript.text.TranscriptText;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.reporting.ReportEntry;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * The reporter of a case's verdict as the outcome of a test.
 *
 * <p>A WARN or NOTE is logged, so that the output of the build and its XML show it, and published
 * as a report entry for IDEs.
 */
record VerdictReporter(TestDescriptor test, EngineExecutionListener listener) {

  private static final System.Logger log = System.getLogger("etrn");
  private static final int EXCERPT = 40;

  /**
   * Reports a result as the outcome of the test.
   *
   * @param waived the expectation of the waiver that covers the result, if there is one
   * @throws AssertionFailedError for a FAIL, an ERROR, and a pass that a waiver did not expect
   * @throws TestAbortedException when nothing can be said, and for an expected deviation
   */
  void report(CaseResult result, Optional<Expectation> waived) {
    if (waived.filter(Expectation::isPass).isPresent()) {
      throw new AssertionFailedError("passes, though a waiver says that it does not: remove it");
    } else if (waived.isPresent()) {
      String reason = waived.get().waiver().reason();
      throw new TestAbortedException("waived (" + reason + "): " + summary(result));
    }
    switch (result.verdict()) {
      case FAIL, ERROR ->
          throw new AssertionFailedError(
              message(result), result.info().expected(), result.observed());
      case NOT_APPLICABLE, NOT_OFFERED, INCONCLUSIVE ->
          throw new TestAbortedException(summary(result));
      case WARN, NOTE -> publish(result);
      case PASS -> {}
    }
  }

  private void publish(CaseResult result) {
    String id = result.info().id();
    boolean isWarning = result.verdict() == Verdict.WARN;
    log.log(isWarning ? Level.WARNING : Level.INFO, id + ": " + summary(result));
    listener.reportingEntryPublished(test, ReportEntry.from(id, summary(result)));
  }

  private static String summary(CaseResult result) {
    return result.verdict() + ": " + result.observed();
  }

  private static String message(CaseResult result) {
    CaseInfo info = result.info();
    var out = new StringBuilder(summary(result));
    out.append("\n  requirements: ").append(String.join(", ", info.requirements()));
    out.append("\n  accepted: ").append(info.expected());
    Consequences.of(info).ifPresent(meaning -> out.append("\n  it means: ").append(meaning));
    return out.append('\n').append(excerpt(result.transcript())).toString();
  }

  /** Returns the end of the transcript, which mostly shows the reason. */
  private static String excerpt(Transcript transcript) {
    List<String> lines = TranscriptText.write(transcript).lines().toList();
    int skipped = Math.max(0, lines.size() - EXCERPT);
    String note = skipped == 0 ? "" : "(" + skipped + " lines before these)\n";
    return note + String.join("\n", lines.subList(skipped, lines.size()));
  }
}
