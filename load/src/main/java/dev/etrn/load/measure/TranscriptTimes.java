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
 * The reader of latencies from the transcripts of cases.
 *
 * <p>The clock starts when the first octet of ETRN is written, since a connection back may come
 * before the reply. Only whole lines that were accepted are measured, and not steps with hostile
 * octets.
 */
public final class TranscriptTimes {

  private TranscriptTimes() {}

  public static Latencies of(Transcript transcript) {
    return of(Stream.of(transcript));
  }

  /** Returns the latencies of several transcripts together. */
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

  /**
   * Records the latencies of the transcript's first ETRN, if messages of its node came after it.
   */
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
        .ifPresent(etrnNanos -> release(deliveries, wanted, etrnNanos, latencies));
  }

  private static void release(
      Deliveries deliveries, Set<String> wanted, long etrnNanos, Latencies latencies) {
    List<Delivery> released =
        deliveries.all().stream()
            .filter(d -> d.receivedNanos() > etrnNanos)
            .filter(d -> d.token().filter(wanted::contains).isPresent())
            .toList();
    if (released.isEmpty()) {
      return;
    }
    long opened = released.stream().mapToLong(Delivery::openedNanos).min().orElse(etrnNanos);
    if (opened > etrnNanos) {
      latencies.record(Phase.FIRST_CONNECTION, opened - etrnNanos);
    }
    latencies.record(Phase.FIRST_MESSAGE, released.get(0).receivedNanos() - etrnNanos);
    latencies.record(
        Phase.LAST_MESSAGE, released.get(released.size() - 1).receivedNanos() - etrnNanos);
  }
}
