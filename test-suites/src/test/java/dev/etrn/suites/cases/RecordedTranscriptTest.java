package dev.etrn.suites.cases;

import dev.etrn.suites.Cases;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.transcript.Transcript;
import java.util.Set;

/** The judges of servers, on recordings of what the reference server did. */
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
