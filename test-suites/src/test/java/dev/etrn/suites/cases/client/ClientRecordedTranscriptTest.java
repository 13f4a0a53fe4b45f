package dev.etrn.suites.cases.client;

import dev.etrn.suites.cases.RecordedTranscriptContract;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.transcript.Transcript;
import java.util.Set;

/**
 * The test of the judges of clients, on recordings of {@code etrn send}, the sendetrn channel and,
 * over TLS, Python's smtplib.
 */
class ClientRecordedTranscriptTest extends RecordedTranscriptContract<ClientCase> {

  /** The alteration for which not even an exit code shows that the client was run. */
  private static final String NOBODY_CAME = "away & without visit.exit";

  ClientRecordedTranscriptTest() {
    super(ClientCases.all(), Set.of(Verdict.FAIL, Verdict.WARN), NOBODY_CAME);
  }

  @Override
  protected Transcript altered(Transcript recorded, String alteration) {
    return ClientAlteration.of(recorded, alteration);
  }
}
