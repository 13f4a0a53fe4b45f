package dev.etrn.suites.cases.client;

import dev.etrn.suites.cases.RecordedTranscriptContract;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.transcript.Transcript;
import java.util.Set;

/**
 * The judges of clients, on recordings of what {@code etrn send}, the sendetrn channel and, over
 * TLS, Python's smtplib did.
 */
class ClientRecordedTranscriptTest extends RecordedTranscriptContract<ClientCase> {

  /** Where the client refuses to ask at all, only its exit code shows that it was run. */
  private static final String NOBODY_CAME = "away & without visit.exit";

  ClientRecordedTranscriptTest() {
    super(ClientCases.all(), Set.of(Verdict.FAIL, Verdict.WARN), NOBODY_CAME);
  }

  @Override
  protected Transcript altered(Transcript recorded, String alteration) {
    return ClientAlteration.of(recorded, alteration);
  }
}
