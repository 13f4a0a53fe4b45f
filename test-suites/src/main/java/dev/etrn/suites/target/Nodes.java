package dev.etrn.suites.target;

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
 */
public record Nodes(
    Optional<String> permitted,
    Optional<String> sibling,
    Optional<String> empty,
    Optional<String> denied,
    Optional<String> unknown,
    Optional<String> queue) {

  /** No name at all. */
  public static final Nodes NONE =
      new Nodes(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
