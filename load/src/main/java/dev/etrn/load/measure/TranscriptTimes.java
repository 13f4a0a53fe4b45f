package dev.etrn.load.measure;

import dev.etrn.suites.transcript.Deliveries;
import dev.etrn.suites.transcript.Delivery;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads latencies from the transcript of a case.
 *
 * <p>The clock starts when the first octet of ETRN is written, since a connection back may come
 * before the reply. Steps of hostile octets are not measured: only whole lines that were accepted.
 */
public final class TranscriptTimes {

  private TranscriptTimes() {}

  public static Latencies of(Transcript transcript) {
    return of(Stream.of(transcript));
  }

  /** Those of several transcripts, as of one. */
  public static Latencies of(Stream<Transcript> transcripts) {
    var latencies = new Latencies();
    transcripts.forEach(transcript -> read(transcript, latencies));
    return latencies;
  }

  private static void read(Transcript transcript, Latencies latencies) {
    Dialogue.all(transcript).stream()
        .flatMap(d -> d.exchanges("etrn").stream())
        .filter(e -> !e.replies().isEmpty() && e.replies().get(0).firstDigit() == 2)
        .filter(e -> e.sentNanos().isPresent() && e.sent().text().endsWith("\r\n"))
        .forEach(
            e ->
                latencies.record(
                    Phase.ETRN_REPLY, e.replies().get(0).nanos() - e.sentNanos().getAsLong()));
    release(transcript, latencies);
  }

  /** The first ETRN of the transcript, when its node's messages came after it. */
  private static void release(Transcript transcript, Latencies latencies) {
    Set<String> wanted =
        transcript
            .all(Event.Injected.class)
            .filter(i -> i.group().equals("wanted"))
            .map(Event.Injected::token)
            .collect(Collectors.toSet());
    Deliveries deliveries = Deliveries.of(transcript);
    Dialogue.all(transcript).stream()
        .flatMapToLong(d -> d.sentAt("etrn").stream())
        .min()
        .ifPresent(asked -> release(deliveries, wanted, asked, latencies));
  }

  private static void release(
      Deliveries deliveries, Set<String> wanted, long asked, Latencies latencies) {
    List<Delivery> came =
        deliveries.all().stream()
            .filter(d -> d.receivedNanos() > asked)
            .filter(d -> d.token().filter(wanted::contains).isPresent())
            .toList();
    if (came.isEmpty()) {
      return;
    }
    long opened = came.stream().mapToLong(Delivery::openedNanos).min().orElse(asked);
    if (opened > asked) {
      latencies.record(Phase.FIRST_CONNECTION, opened - asked);
    }
    latencies.record(Phase.FIRST_MESSAGE, came.get(0).receivedNanos() - asked);
    latencies.record(Phase.LAST_MESSAGE, came.get(came.size() - 1).receivedNanos() - asked);
  }
}
