package dev.etrn.suites.run.stage;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.wire.sink.Sink;
import dev.etrn.suites.wire.sink.SinkLane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A set of names for one case that moves mail, so that it can run beside cases with other names.
 *
 * @param profile the profile of the target, with these names
 * @param sink the part of the sink for mail to these names
 */
public record Lane(TargetProfile profile, Optional<SinkLane> sink) {

  /** Returns the lane with the first set of names and the whole sink. */
  public static Lane whole(TargetProfile profile, Optional<Sink> sink) {
    return new Lane(profile, sink.map(Sink::whole));
  }

  /**
   * Returns one lane for each set of names that the target has. A minimal server starts everything
   * for any request (ETRN-054), so no two cases can move mail on it at the same time.
   */
  public static List<Lane> all(TargetProfile profile, Optional<Sink> sink) {
    if (profile.lanes().isEmpty() || profile.minimal() || sink.isEmpty()) {
      return List.of(whole(profile, sink));
    }
    var lanes = new ArrayList<Lane>();
    lanes.add(of(profile, sink.get()));
    for (Nodes nodes : profile.lanes()) {
      lanes.add(of(profile.withNodes(completed(nodes, profile.nodes())), sink.get()));
    }
    return lanes;
  }

  private static Lane of(TargetProfile profile, Sink sink) {
    return new Lane(profile, Optional.of(sink.lane(domains(profile.nodes()))));
  }

  /** Fills in names without mail from the first lane, which lanes may share. */
  private static Nodes completed(Nodes nodes, Nodes first) {
    return new Nodes(
        nodes.permitted(),
        nodes.sibling(),
        nodes.empty().or(first::empty),
        nodes.denied().or(first::denied),
        nodes.unknown().or(first::unknown),
        nodes.queue(),
        nodes.similar());
  }

  /** Returns the domains to which mail of cases with these names may go. */
  private static List<String> domains(Nodes nodes) {
    Stream<String> similar = nodes.permitted().stream().map(name -> "x" + name);
    return Stream.concat(
            Stream.of(nodes.permitted(), nodes.sibling(), nodes.similar())
                .flatMap(Optional::stream),
            similar)
        .toList();
  }

  /** Returns a lane with the same names and without a sink. */
  public Lane blind() {
    return new Lane(profile, Optional.empty());
  }

  boolean fits(Case testCase) {
    return profile.lacking(testCase.info().needs()).isEmpty();
  }
}
