package dev.etrn.suites.cases;

import dev.etrn.suites.Cases;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.transcript.Transcript;
import java.util.Set;

/** The test of the judges of servers, on recordings of the reference server. */
class RecordedTranscriptTest extends RecordedTranscriptContract<Case> {

  RecordedTranscriptTest() {
    super(
        Cases.all(),
        Set.of(Verdict.FAIL, Verdict.WARN, Verdict.NOTE),
        "reply greeting 421\\x20busy\\r\\n");
  }

  @Override
  protected Transcript altered(Transcript recorded, String alteration) {
    return Alteration.of(recorded, alteration);
  }
}
