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
 * The profile of a target: the statements of its configuration.
 *
 * @param nodes the names that the harness may use
 * @param lanes further sets of names, with which cases that move mail can run side by side
 * @param client the names that the harness gives itself
 * @param release the way in which the target holds and releases mail
 * @param timeouts the times that the harness waits for the target
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
   * @param commandTimeout the time that the harness waits for a connection, the greeting and a
   *     reply
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

  /** Returns a copy with TLS and AUTH. */
  public TargetProfile secured(TlsUse use, Optional<Login> user) {
    return withSecurity(new SessionSecurity(use, user));
  }

  /**
   * Returns a copy with a channel keyword; domainetrn honours {@code ETRN @node} only (PMDF-003).
   */
  public TargetProfile with(Optional<ChannelKeyword> keyword) {
    return withEtrn(etrn.withKeyword(keyword));
  }

  /** Returns a copy for a target that honours only some forms. */
  public TargetProfile honouring(Set<EtrnForm> honoured) {
    return withEtrn(etrn.withForms(honoured));
  }

  /** Returns the way in which the harness connects to this target. */
  public ClientSettings clientSettings() {
    return new ClientSettings(
        client, timeouts.reply(), timeouts, security.tls() == TlsUse.IMPLICIT);
  }

  public boolean connectsBack() {
    return release.connectsBack();
  }

  /** Returns the longest time of a release. */
  public Duration within() {
    return release.within();
  }

  /** Returns the time without movement after which the harness concludes that nothing moves. */
  public Duration quiet() {
    return release.quiet();
  }

  /** Returns the time that the harness waits for a connection or a reply. */
  public Duration commandTimeout() {
    return timeouts.reply();
  }

  /** Returns the number of ETRNs that the target accepts in one session; empty for no limit. */
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

  /** Returns the first of {@code needs} that this configuration does not satisfy. */
  public Optional<Need> lacking(Collection<Need> needs) {
    return needs.stream().filter(need -> !satisfies(need)).min(Comparator.naturalOrder());
  }

  /** Returns true if a case with this need can be played. */
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
      case SLOW -> true;
      case SUBTREE_FORM -> forms().contains(EtrnForm.SUBTREE);
    };
  }
}
