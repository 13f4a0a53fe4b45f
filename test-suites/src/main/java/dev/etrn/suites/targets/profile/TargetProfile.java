package dev.etrn.suites.targets.profile;

import dev.etrn.suites.catalogue.Need;
import dev.etrn.suites.wire.client.ClientIdentity;
import dev.etrn.suites.wire.client.ClientSettings;
import dev.etrn.suites.wire.client.ConnectionTimeouts;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The configuration's statements about a target.
 *
 * @param nodes the names that the harness may use
 * @param lanes further sets of names, with which cases that move mail can run side by side
 * @param client the names that the harness gives itself
 * @param release how the target holds and releases mail
 * @param timeouts how long the harness waits for the target
 * @param security the use of TLS and AUTH
 * @param etrn the kind and the limits of the target's ETRN
 */
public record TargetProfile(
    Nodes nodes,
    List<Nodes> lanes,
    ClientIdentity client,
    ReleaseTerms release,
    ConnectionTimeouts timeouts,
    SessionSecurity security,
    EtrnTerms etrn) {

  public TargetProfile {
    lanes = List.copyOf(lanes);
  }

  /**
   * A target without AUTH and channel keywords, which honours every form; STARTTLS is used where it
   * is announced.
   *
   * @param commandTimeout how long the harness waits for a connection, the greeting and a reply
   */
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
        List.of(),
        ClientIdentity.STANDARD,
        ReleaseTerms.of(connectsBack, within, quiet),
        ConnectionTimeouts.of(commandTimeout),
        SessionSecurity.UNSTATED,
        EtrnTerms.of(etrnsPerSession, minimal));
  }

  public TargetProfile withNodes(Nodes other) {
    return new TargetProfile(other, lanes, client, release, timeouts, security, etrn);
  }

  public TargetProfile withLanes(List<Nodes> other) {
    return new TargetProfile(nodes, other, client, release, timeouts, security, etrn);
  }

  public TargetProfile withClient(ClientIdentity other) {
    return new TargetProfile(nodes, lanes, other, release, timeouts, security, etrn);
  }

  public TargetProfile withRelease(ReleaseTerms other) {
    return new TargetProfile(nodes, lanes, client, other, timeouts, security, etrn);
  }

  public TargetProfile withTimeouts(ConnectionTimeouts other) {
    return new TargetProfile(nodes, lanes, client, release, other, security, etrn);
  }

  public TargetProfile withSecurity(SessionSecurity other) {
    return new TargetProfile(nodes, lanes, client, release, timeouts, other, etrn);
  }

  public TargetProfile withEtrn(EtrnTerms other) {
    return new TargetProfile(nodes, lanes, client, release, timeouts, security, other);
  }

  /** The same with TLS and AUTH. */
  public TargetProfile secured(TlsUse use, Optional<Login> as) {
    return withSecurity(new SessionSecurity(use, as));
  }

  /** The same with a channel keyword; domainetrn honours {@code ETRN @node} only (PMDF-003). */
  public TargetProfile with(Optional<ChannelKeyword> keyword) {
    return withEtrn(etrn.withKeyword(keyword));
  }

  /** The same, of which only some forms are honoured. */
  public TargetProfile honouring(Set<EtrnForm> only) {
    return withEtrn(etrn.withForms(only));
  }

  /** The way in which the harness connects to this target. */
  public ClientSettings clientSettings() {
    return new ClientSettings(
        client, timeouts.reply(), timeouts, security.tls() == TlsUse.IMPLICIT);
  }

  public boolean connectsBack() {
    return release.connectsBack();
  }

  /** How long a release may take. */
  public Duration within() {
    return release.within();
  }

  /** How long nothing must move before the harness says that nothing moves. */
  public Duration quiet() {
    return release.quiet();
  }

  /** How long the harness waits for a connection or a reply. */
  public Duration commandTimeout() {
    return timeouts.reply();
  }

  /** How many ETRNs the target accepts in one session; empty for no limit. */
  public OptionalInt etrnsPerSession() {
    return etrn.perSession();
  }

  public boolean minimal() {
    return etrn.minimal();
  }

  public TlsUse tls() {
    return security.tls();
  }

  public Optional<Login> login() {
    return security.login();
  }

  public Optional<ChannelKeyword> keyword() {
    return etrn.keyword();
  }

  public Set<EtrnForm> forms() {
    return etrn.forms();
  }

  /** The first of {@code needs} that this configuration does not satisfy. */
  public Optional<Need> lacking(Collection<Need> needs) {
    return needs.stream().filter(need -> !satisfies(need)).min(Comparator.naturalOrder());
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
      case SIMILAR -> nodes.similar().isPresent();
      case CONNECT_BACK -> connectsBack();
      case SESSION_LIMIT -> etrnsPerSession().isPresent();
      case TLS -> tls().isOffered();
      case LOGIN -> login().isPresent();
      case KEYWORD -> keyword().isPresent();
      case PATIENCE -> true;
      case SUBTREE_FORM -> forms().contains(EtrnForm.SUBTREE);
    };
  }
}
