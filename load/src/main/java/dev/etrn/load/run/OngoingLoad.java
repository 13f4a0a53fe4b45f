package dev.etrn.load.run;

import dev.etrn.load.coordination.InjectorCoordinator;
import dev.etrn.load.coordination.InjectorRecords;
import dev.etrn.load.exchanger.LoadSink;
import dev.etrn.load.exchanger.Token;
import dev.etrn.suites.targets.RunningTarget;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A run whose injectors are at work, which can be broken off.
 *
 * @param held the mail that waited when it began
 */
record OngoingLoad(
    LoadSetup setup,
    RunningTarget target,
    LoadSink sink,
    List<Token> held,
    Instant started,
    InjectorCoordinator coordinator) {

  /**
   * Ends the injectors, and returns the result of their records so far; empty if there are none.
   */
  Optional<LoadResult> cut() throws IOException {
    return coordinator.cut().map(this::result);
  }

  private LoadResult result(InjectorRecords injection) {
    Set<String> waiting = held.stream().map(Token::text).collect(Collectors.toSet());
    return new Evaluation(setup, setup.target().profile(), setup.play().workload(), injection)
        .result(target, started, held, waiting, sink.arrivals(), Optional.empty());
  }
}
