package dev.etrn.suites.targets.profile;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The kind and the limits of a target's ETRN.
 *
 * @param perSession how many ETRNs the target accepts in one session; empty for no limit
 * @param minimal whether the target is a minimal server, which starts everything for any request
 *     (ETRN-054, RFC 1985 section 6)
 * @param keyword the channel keyword of a target in the tradition of PMDF
 * @param forms which forms of ETRN the target honours; {@link EtrnForm#NODE} or {@link
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

  /** A target without channel keywords, which honours every form. */
  public static EtrnTerms of(OptionalInt perSession, boolean minimal) {
    return new EtrnTerms(perSession, minimal, Optional.empty(), Set.of(EtrnForm.values()));
  }

  /** The same with a channel keyword; domainetrn honours {@code ETRN @node} only (PMDF-003). */
  public EtrnTerms withKeyword(Optional<ChannelKeyword> other) {
    boolean isDomainOnly = other.filter(ChannelKeyword.DOMAINETRN::equals).isPresent();
    return new EtrnTerms(
        perSession, minimal, other, isDomainOnly ? Set.of(EtrnForm.SUBTREE) : forms);
  }

  public EtrnTerms withForms(Set<EtrnForm> other) {
    return new EtrnTerms(perSession, minimal, keyword, other);
  }
}
