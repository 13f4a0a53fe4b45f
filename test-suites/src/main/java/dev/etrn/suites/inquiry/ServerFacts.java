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
 * The facts that a server showed about itself.
 *
 * @param greeting the server's first reply
 * @param security the facts about TLS and AUTH
 * @param answers the answers about each name, in the order of the questions
 * @param roles the names by the roles that they have, or that the user gave them
 * @param subtree the reply to {@code ETRN @permitted}
 * @param limit the limit of a session; empty if no name is accepted
 * @param mail the outcome of one test message; empty if none was submitted
 * @param isRefusedAtFirst true if the sink refused it during submission, so that it was held
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
   * The facts about TLS and AUTH.
   *
   * @param isImplicitTls true if TLS comes before the greeting
   * @param clear the EHLO lines of the first session
   * @param encrypted the EHLO lines after STARTTLS; empty if that is not offered or does not work
   * @param last the EHLO lines of the sessions that asked for names
   * @param isTlsRequired true if commands are refused with 530 before STARTTLS
   * @param loginRefusal the reply that refused AUTH
   */
  public record SecurityFacts(
      boolean isImplicitTls,
      List<String> clear,
      Optional<List<String>> encrypted,
      List<String> last,
      boolean isTlsRequired,
      Optional<Reply> loginRefusal) {}

  /** Returns the answers about the name of a role. */
  public Optional<NodeAnswer> answer(NodeRole role) {
    return Optional.ofNullable(roles.get(role)).map(answers::get);
  }

  /** Returns all obstacles to a complete verification of ETRN. */
  public Set<Obstacle> obstacles() {
    var obstacles = EnumSet.noneOf(Obstacle.class);
    if (!ServerSession.offers(security.last(), "ETRN")) {
      obstacles.add(Obstacle.NOT_OFFERED);
    }
    Optional<NodeAnswer> permitted = answer(NodeRole.PERMITTED);
    if (isAny530(permitted)) {
      obstacles.add(Obstacle.LOGIN_REQUIRED);
    } else if (permitted.filter(answer -> !answer.isAccepted()).isPresent()
        && !obstacles.contains(Obstacle.NOT_OFFERED)) {
      obstacles.add(Obstacle.PERMITTED_REFUSED);
    }
    if (answer(NodeRole.DENIED).filter(NodeAnswer::isAccepted).isPresent()) {
      obstacles.add(Obstacle.DENIED_ACCEPTED);
    }
    if (!isAny530(permitted) && permitted.filter(answer -> !answer.takesMail()).isPresent()) {
      obstacles.add(Obstacle.RELAYING_DENIED);
    }
    if (isRefusedAtFirst || mail.orElse(null) instanceof MailFinding.CameUnasked) {
      obstacles.add(Obstacle.RELAYED_AT_ONCE);
    }
    if (mail.orElse(null) instanceof MailFinding.Missing) {
      obstacles.add(Obstacle.NOTHING_CAME);
    }
    return obstacles;
  }

  private static boolean isAny530(Optional<NodeAnswer> nodeAnswer) {
    return nodeAnswer.stream()
        .flatMap(answer -> Stream.of(answer.etrn(), answer.recipient()))
        .flatMap(Optional::stream)
        .anyMatch(reply -> reply.code() == 530);
  }
}
