package dev.etrn.suites.targets.profile;

import java.util.Optional;

/**
 * The names that the harness may use; each optional, for what is missing rules cases out.
 *
 * @param permitted this client may release it; the target holds mail for it and for names below it
 * @param sibling another partner: its mail must not move on the other's ETRN
 * @param empty permitted, and never any mail
 * @param denied known to the target, refused to this client
 * @param unknown the target knows nothing of it
 * @param queue a queue that this client may run with {@code ETRN #queue}
 * @param similar another partner, whose name only ends in the same letters as {@code permitted},
 *     such as {@code xbranch.example}
 */
public record Nodes(
    Optional<String> permitted,
    Optional<String> sibling,
    Optional<String> empty,
    Optional<String> denied,
    Optional<String> unknown,
    Optional<String> queue,
    Optional<String> similar) {

  /** No name at all. */
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
