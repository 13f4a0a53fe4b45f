package dev.etrn.load.protocol;

import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Picks connections of which every octet is recorded, so that a sample of the load can be judged.
 *
 * <p>Called on the user's event loop when it connects. Without a sampler nothing is recorded, and
 * nothing is spent on it.
 */
@FunctionalInterface
public interface TranscriptSampler {

  /**
   * @param scenario the name of Gatling's scenario
   * @param user the virtual user that connects
   * @return how to record this connection; empty when it is not of the sample
   */
  Optional<Recording> sample(String scenario, long user);

  /**
   * Where the events of one connection go.
   *
   * @param end names the connection in its transcript, such as {@code C1}
   * @param events takes each event on the user's event loop; the events' times are readings of
   *     {@link System#nanoTime()}, as {@code Recorder.join} takes them. Steps have the names that
   *     {@link Step#label()} gives; passwords are not in them
   */
  record Recording(End end, Consumer<Event> events) {}
}
