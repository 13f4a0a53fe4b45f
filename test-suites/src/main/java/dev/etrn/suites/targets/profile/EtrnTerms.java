package dev.etrn.suites.targets.profile;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The kind and the limits of a target's ETRN.
 *
 * @param perSession the number of ETRNs that the target accepts in one session; empty for no limit
 * @param minimal true if the target is a minimal server, which starts everything for any request
 *     (ETRN-054, RFC 1985 section 6)
 * @param keyword the channel keyword of a target in the tradition of PMDF
 * @param forms the forms of ETRN that the target honours; {@link EtrnForm#NODE} or {@link
 *     EtrnForm#SUBTREE} is among them
 */
public record EtrnTerms(
    OptionalInt perSession,
    boolean minimal,
    Optional<ChannelKeyword> keyword,
    Set<EtrnForm> forms) {

  public EtrnTerms {
    forms = Set.copyOf(forms);
  }

  /** Returns a target without channel keywords, which honours every form. */
  public static EtrnTerms of(OptionalInt perSession, boolean minimal) {
    return new EtrnTerms(perSession, minimal, Optional.empty(), Set.of(EtrnForm.values()));
  }

  /**
   * Returns a copy with a channel keyword; domainetrn honours {@code ETRN @node} only (PMDF-003).
   */
  public EtrnTerms withKeyword(Optional<ChannelKeyword> other) {
    boolean isDomainOnly = other.filter(ChannelKeyword.DOMAINETRN::equals).isPresent();
    return new EtrnTerms(
        perSession, minimal, other, isDomainOnly ? Set.of(EtrnForm.SUBTREE) : forms);
  }

  public EtrnTerms withForms(Set<EtrnForm> other) {
    return new EtrnTerms(perSession, minimal, keyword, other);
  }
}
