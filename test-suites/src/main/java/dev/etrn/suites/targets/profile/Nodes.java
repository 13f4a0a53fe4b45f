package dev.etrn.suites.targets.profile;

import java.util.Optional;

/**
 * The names that the harness may use. Each is optional; a missing name rules cases out.
 *
 * @param permitted the name that this client may release; the target holds mail for it and for
 *     names below it
 * @param sibling the name of another partner, whose mail must not move on the permitted one's ETRN
 * @param empty a permitted name for which there is never any mail
 * @param denied a name that the target knows and refuses to this client
 * @param unknown a name that the target does not know
 * @param queue a queue that this client may run with {@code ETRN #queue}
 * @param similar the name of another partner that only ends in the same letters as {@code
 *     permitted}, such as {@code xbranch.example}
 */
public record Nodes(
    Optional<String> permitted,
    Optional<String> sibling,
    Optional<String> empty,
    Optional<String> denied,
    Optional<String> unknown,
    Optional<String> queue,
    Optional<String> similar) {

  /** The nodes of a configuration without names. */
  public static final Nodes NONE =
      new Nodes(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Names without a similar one. */
  public Nodes(
      Optional<String> permitted,
      Optional<String> sibling,
      Optional<String> empty,
      Optional<String> denied,
      Optional<String> unknown,
      Optional<String> queue) {
    this(permitted, sibling, empty, denied, unknown, queue, Optional.empty());
  }

  public Nodes withPermitted(String name) {
    return new Nodes(Optional.of(name), sibling, empty, denied, unknown, queue, similar);
  }

  public Nodes withSibling(String name) {
    return new Nodes(permitted, Optional.of(name), empty, denied, unknown, queue, similar);
  }

  public Nodes withEmpty(String name) {
    return new Nodes(permitted, sibling, Optional.of(name), denied, unknown, queue, similar);
  }

  public Nodes withDenied(String name) {
    return new Nodes(permitted, sibling, empty, Optional.of(name), unknown, queue, similar);
  }

  public Nodes withUnknown(String name) {
    return new Nodes(permitted, sibling, empty, denied, Optional.of(name), queue, similar);
  }

  public Nodes withQueue(String name) {
    return new Nodes(permitted, sibling, empty, denied, unknown, Optional.of(name), similar);
  }

  public Nodes withSimilar(String name) {
    return new Nodes(permitted, sibling, empty, denied, unknown, queue, Optional.of(name));
  }
}
