package dev.etrn.suites.target;

import dev.etrn.suites.catalogue.Need;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * What the configuration says of a target.
 *
 * @param nodes the names that the harness may use
 * @param connectsBack whether the target delivers mail for the nodes to the sink
 * @param within how long a release may take
 * @param quiet how long nothing must move before the harness says that nothing moves
 * @param commandTimeout how long the harness waits for a connection or a reply
 * @param etrnsPerSession how many ETRNs the target accepts in one session; empty for no limit
 * @param minimal whether the target is a minimal server, which starts everything for any request
 *     (ETRN-054, RFC 1985 section 6)
 */
public record TargetProfile(
    Nodes nodes,
    boolean connectsBack,
    Duration within,
    Duration quiet,
    Duration commandTimeout,
    OptionalInt etrnsPerSession,
    boolean minimal) {

  /** Whether a case that has this need can be played. */
  public boolean satisfies(Need need) {
    return switch (need) {
      case PERMITTED -> nodes.permitted().isPresent();
      case SIBLING -> nodes.sibling().isPresent();
      case EMPTY -> nodes.empty().isPresent();
      case DENIED -> nodes.denied().isPresent();
      case UNKNOWN -> nodes.unknown().isPresent();
      case QUEUE -> nodes.queue().isPresent();
      case CONNECT_BACK -> connectsBack;
      case SESSION_LIMIT -> etrnsPerSession.isPresent();
    };
  }
}
