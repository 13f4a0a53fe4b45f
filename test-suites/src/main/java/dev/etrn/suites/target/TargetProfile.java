package dev.etrn.suites.target;

import dev.etrn.suites.catalogue.Need;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

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
 * @param tls whether the target offers or demands STARTTLS
 * @param login who the harness is for AUTH
 * @param keyword the channel keyword of a target in the tradition of PMDF
 * @param forms which forms of ETRN the target honours; {@link EtrnForm#NODE} or {@link
 *     EtrnForm#SUBTREE} is among them
 */
public record TargetProfile(
    Nodes nodes,
    boolean connectsBack,
    Duration within,
    Duration quiet,
    Duration commandTimeout,
    OptionalInt etrnsPerSession,
    boolean minimal,
    TlsUse tls,
    Optional<Login> login,
    Optional<ChannelKeyword> keyword,
    Set<EtrnForm> forms) {

  public TargetProfile {
    forms = Set.copyOf(forms);
  }

  /** A target without TLS, AUTH and channel keywords, which honours every form. */
  public TargetProfile(
      Nodes nodes,
      boolean connectsBack,
      Duration within,
      Duration quiet,
      Duration commandTimeout,
      OptionalInt etrnsPerSession,
      boolean minimal) {
    this(
        nodes,
        connectsBack,
        within,
        quiet,
        commandTimeout,
        etrnsPerSession,
        minimal,
        TlsUse.NONE,
        Optional.empty(),
        Optional.empty(),
        Set.of(EtrnForm.values()));
  }

  /** The same with TLS and AUTH. */
  public TargetProfile secured(TlsUse use, Optional<Login> as) {
    return with(use, as, keyword, forms);
  }

  /** The same with a channel keyword; domainetrn honours {@code ETRN @node} only (PMDF-003). */
  public TargetProfile with(Optional<ChannelKeyword> other) {
    boolean isDomainOnly = other.filter(ChannelKeyword.DOMAINETRN::equals).isPresent();
    return with(tls, login, other, isDomainOnly ? Set.of(EtrnForm.SUBTREE) : forms);
  }

  /** The same, of which only some forms are honoured. */
  public TargetProfile honouring(Set<EtrnForm> only) {
    return with(tls, login, keyword, only);
  }

  private TargetProfile with(
      TlsUse use, Optional<Login> as, Optional<ChannelKeyword> runsAs, Set<EtrnForm> honoured) {
    return new TargetProfile(
        nodes,
        connectsBack,
        within,
        quiet,
        commandTimeout,
        etrnsPerSession,
        minimal,
        use,
        as,
        runsAs,
        honoured);
  }

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
      case TLS -> tls != TlsUse.NONE;
      case LOGIN -> login.isPresent();
      case KEYWORD -> keyword.isPresent();
      case PATIENCE -> true;
      case SUBTREE_FORM -> forms.contains(EtrnForm.SUBTREE);
    };
  }
}
