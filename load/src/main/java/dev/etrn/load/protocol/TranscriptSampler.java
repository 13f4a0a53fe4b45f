package dev.etrn.load.protocol;

import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The sampler of connections: it picks those of which every octet is recorded, so that a sample of
 * the load can be judged.
 *
 * <p>It is called on the user's event loop when the user connects. Without a sampler nothing is
 * recorded, and recording costs nothing.
 */
@FunctionalInterface
public interface TranscriptSampler {

  /**
   * Returns a recording for a connection that belongs to the sample.
   *
   * @param scenario the name of Gatling's scenario
   * @param user the virtual user that connects
   * @return the recording of this connection; empty if it does not belong to the sample
   */
  Optional<Recording> sample(String scenario, long user);

  /**
   * The recording of one connection.
   *
   * @param end the name of the connection in its transcript, such as {@code C1}
   * @param events the consumer of each event, called on the user's event loop; the events' times
   *     are readings of {@link System#nanoTime()}, as {@code Recorder.join} takes them. Steps have
   *     the names that {@link Step#label()} returns; passwords are not in them
   */
  record Recording(End end, Consumer<Event> events) {}
}
