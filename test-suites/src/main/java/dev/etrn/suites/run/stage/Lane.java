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
 * A set of names with which one case that moves mail is played, beside others with other names.
 *
 * @param profile of the target, with these names
 * @param sink as it is for mail of these names
 */
public record Lane(TargetProfile profile, Optional<SinkLane> sink) {

  /** The first set of names, with all of the sink. */
  public static Lane whole(TargetProfile profile, Optional<Sink> sink) {
    return new Lane(profile, sink.map(Sink::whole));
  }

  /**
   * One for each set of names that the target has. A minimal server starts everything for any
   * request (ETRN-054), so that no two cases can move mail side by side on it.
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

  /** Names that no mail waits for may be those of another lane. */
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

  /** Where mail of cases with these names may go. */
  private static List<String> domains(Nodes nodes) {
    Stream<String> alike = nodes.permitted().stream().map(name -> "x" + name);
    return Stream.concat(
            Stream.of(nodes.permitted(), nodes.sibling(), nodes.similar())
                .flatMap(Optional::stream),
            alike)
        .toList();
  }

  /** The same names, without a look at the sink. */
  public Lane blind() {
    return new Lane(profile, Optional.empty());
  }

  boolean fits(Case one) {
    return profile.lacking(one.info().needs()).isEmpty();
  }
}
