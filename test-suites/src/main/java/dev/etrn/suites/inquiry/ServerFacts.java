package dev.etrn.suites.inquiry;

import dev.etrn.suites.inquiry.role.MailFinding;
import dev.etrn.suites.inquiry.role.NodeRole;
import dev.etrn.suites.inquiry.session.ServerSession;
import dev.etrn.suites.transcript.Reply;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a server showed of itself.
 *
 * @param greeting its first reply
 * @param security what was found of TLS and AUTH
 * @param answers about each name, in the order in which they were asked
 * @param roles the names by the roles that they have, or were given
 * @param subtree the reply to {@code ETRN @permitted}
 * @param limit of a session; empty when no name is accepted
 * @param mail what became of one message; empty when none was handed in
 * @param isRefusedAtFirst whether it was refused while it was handed in, so that it was held
 * @param mta the kind of server, when it is known
 */
public record ServerFacts(
    Reply greeting,
    SecurityFacts security,
    Map<String, NodeAnswer> answers,
    Map<NodeRole, String> roles,
    Optional<Reply> subtree,
    Optional<SessionLimit> limit,
    Optional<MailFinding> mail,
    boolean isRefusedAtFirst,
    Optional<MtaKind> mta) {

  /**
   * What was found of TLS and AUTH.
   *
   * @param isImplicitTls whether TLS comes before the greeting
   * @param clear the EHLO lines of the first session
   * @param encrypted those behind STARTTLS; empty when that is not offered or does not work
   * @param last those with which names were asked for
   * @param isTlsRequired whether commands are refused with 530 before STARTTLS
   * @param loginRefusal the reply to AUTH when it was refused
   */
  public record SecurityFacts(
      boolean isImplicitTls,
      List<String> clear,
      Optional<List<String>> encrypted,
      List<String> last,
      boolean isTlsRequired,
      Optional<Reply> loginRefusal) {}

  /** The answers about the name of a role. */
  public Optional<NodeAnswer> answer(NodeRole role) {
    return Optional.ofNullable(roles.get(role)).map(answers::get);
  }

  /** Everything that keeps ETRN from being verified in whole. */
  public Set<Obstacle> obstacles() {
    var found = EnumSet.noneOf(Obstacle.class);
    if (!ServerSession.offers(security.last(), "ETRN")) {
      found.add(Obstacle.NOT_OFFERED);
    }
    Optional<NodeAnswer> permitted = answer(NodeRole.PERMITTED);
    if (isAny530(permitted)) {
      found.add(Obstacle.LOGIN_REQUIRED);
    } else if (permitted.filter(one -> !one.isAccepted()).isPresent()
        && !found.contains(Obstacle.NOT_OFFERED)) {
      found.add(Obstacle.PERMITTED_REFUSED);
    }
    if (answer(NodeRole.DENIED).filter(NodeAnswer::isAccepted).isPresent()) {
      found.add(Obstacle.DENIED_ACCEPTED);
    }
    if (!isAny530(permitted) && permitted.filter(one -> !one.takesMail()).isPresent()) {
      found.add(Obstacle.RELAYING_DENIED);
    }
    if (isRefusedAtFirst || mail.orElse(null) instanceof MailFinding.CameUnasked) {
      found.add(Obstacle.RELAYED_AT_ONCE);
    }
    if (mail.orElse(null) instanceof MailFinding.Missing) {
      found.add(Obstacle.NOTHING_CAME);
    }
    return found;
  }

  private static boolean isAny530(Optional<NodeAnswer> answer) {
    return answer.stream()
        .flatMap(one -> Stream.of(one.etrn(), one.recipient()))
        .flatMap(Optional::stream)
        .anyMatch(reply -> reply.code() == 530);
  }
}
