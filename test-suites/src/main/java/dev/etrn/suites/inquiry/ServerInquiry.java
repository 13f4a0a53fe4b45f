package dev.etrn.suites.inquiry;

import dev.etrn.suites.inquiry.ServerFacts.SecurityFacts;
import dev.etrn.suites.inquiry.role.MailFinding;
import dev.etrn.suites.inquiry.role.MailTrial;
import dev.etrn.suites.inquiry.role.NodeRole;
import dev.etrn.suites.inquiry.session.SessionOpening;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.wire.sink.Sink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The inquiry of a server: questions that any client may ask, one session at a time. */
public final class ServerInquiry {

  private static final Duration QUIET = Duration.ofMillis(1500);
  private static final Duration WITHIN = Duration.ofSeconds(20);

  private final InquiryPlan plan;
  private final SecurityInquiry security;
  private final Map<String, NodeAnswer> answers = new LinkedHashMap<>();

  private ServerInquiry(InquiryPlan plan) {
    this.plan = plan;
    this.security = new SecurityInquiry(plan);
  }

  /**
   * Asks everything.
   *
   * @param sink the sink to which the server delivers; empty to submit no message
   * @throws TargetUnavailableException when no SMTP server answers at the address
   */
  public static ServerFacts of(InquiryPlan plan, Optional<Sink> sink)
      throws TargetUnavailableException, InterruptedException {
    return new ServerInquiry(plan).ask(sink);
  }

  private ServerFacts ask(Optional<Sink> sink)
      throws TargetUnavailableException, InterruptedException {
    Reply greeting = security.look();
    askForNames(security.opening(false));
    if (isTlsRequired()) {
      answers.clear();
      askForNames(security.opening(true));
    }
    SecurityFacts secured = security.facts();
    SessionOpening opening = security.opening(secured.isTlsRequired());
    Map<NodeRole, String> roles = roles();
    Optional<NodeAnswer> permitted = answer(roles, NodeRole.PERMITTED);
    Optional<Reply> subtree = permitted.flatMap(node -> subtree(opening, node));
    Optional<SessionLimit> limit = limitOf(opening, roles);
    Trial trial = trial(opening, permitted, sink);
    return new ServerFacts(
        greeting,
        secured,
        answers,
        roles,
        subtree,
        limit,
        trial.finding,
        trial.isRefusedAtFirst,
        plan.mta().or(() -> MtaKind.of(greeting)));
  }

  private record Trial(Optional<MailFinding> finding, boolean isRefusedAtFirst) {}

  private void askForNames(SessionOpening opening) {
    var names = new ArrayList<String>();
    for (NodeRole role : NodeRole.values()) {
      Optional.ofNullable(plan.names().get(role)).ifPresent(names::add);
    }
    names.addAll(plan.others());
    Map<String, Optional<Reply>> recipients = new RecipientInquiry(opening).of(names);
    for (String name : names) {
      try (SessionOpening.Opened opened = opening.open()) {
        security.saw(opened);
        Optional<Reply> etrn = opened.session().ask("ETRN " + name);
        answers.put(name, new NodeAnswer(name, etrn, recipients.getOrDefault(name, etrn)));
      }
    }
    if (names.isEmpty()) {
      try (SessionOpening.Opened opened = opening.open()) {
        security.saw(opened);
      }
    }
  }

  /**
   * Returns true if commands in the clear were refused because TLS is required (RFC 3207 section
   * 4).
   */
  private boolean isTlsRequired() {
    boolean isRefused =
        answers.values().stream()
            .flatMap(answer -> answer.recipient().or(answer::etrn).stream())
            .anyMatch(reply -> reply.code() == 530 && reply.text().contains("STARTTLS"));
    return isRefused && security.requireTls();
  }

  /** Returns the roles that the user gave, and the others as the answers suggest them. */
  private Map<NodeRole, String> roles() {
    var roles = new EnumMap<NodeRole, String>(NodeRole.class);
    roles.putAll(plan.names());
    for (String name : plan.others()) {
      fitting(Optional.ofNullable(answers.get(name))).stream()
          .filter(role -> !roles.containsKey(role))
          .findFirst()
          .ifPresent(role -> roles.put(role, name));
    }
    return roles;
  }

  private static List<NodeRole> fitting(Optional<NodeAnswer> answer) {
    if (answer.filter(NodeAnswer::isAccepted).isPresent()) {
      return List.of(NodeRole.PERMITTED, NodeRole.SIBLING, NodeRole.EMPTY);
    }
    boolean isKnown = answer.filter(NodeAnswer::takesMail).isPresent();
    return List.of(isKnown ? NodeRole.DENIED : NodeRole.UNKNOWN);
  }

  private Optional<NodeAnswer> answer(Map<NodeRole, String> roles, NodeRole role) {
    return Optional.ofNullable(roles.get(role)).map(answers::get);
  }

  private static Optional<Reply> subtree(SessionOpening opening, NodeAnswer permitted) {
    try (SessionOpening.Opened opened = opening.open()) {
      return opened.session().ask("ETRN @" + permitted.node());
    }
  }

  /** Counts with a name that has no mail, if there is one, so that nothing moves. */
  private Optional<SessionLimit> limitOf(SessionOpening opening, Map<NodeRole, String> roles)
      throws InterruptedException {
    for (NodeRole role : List.of(NodeRole.EMPTY, NodeRole.PERMITTED)) {
      Optional<NodeAnswer> answer = answer(roles, role).filter(NodeAnswer::isAccepted);
      if (answer.isPresent()) {
        return Optional.of(new LimitInquiry(opening, answer.get().node()).count());
      }
    }
    return Optional.empty();
  }

  /**
   * Tries one message; a server that relays at once is tried again with a sink that refuses at
   * first.
   */
  private static Trial trial(
      SessionOpening opening, Optional<NodeAnswer> permitted, Optional<Sink> sink)
      throws InterruptedException {
    if (sink.isEmpty() || permitted.filter(NodeAnswer::takesMail).isEmpty()) {
      return new Trial(Optional.empty(), false);
    }
    String node = permitted.get().node();
    MailFinding first = trial(opening, node, new MailTrial(sink.get(), QUIET, WITHIN, false));
    if (!(first instanceof MailFinding.CameUnasked)) {
      return new Trial(Optional.of(first), false);
    }
    MailFinding second = trial(opening, node, new MailTrial(sink.get(), QUIET, WITHIN, true));
    return second instanceof MailFinding.Came
        ? new Trial(Optional.of(second), true)
        : new Trial(Optional.of(first), false);
  }

  private static MailFinding trial(SessionOpening opening, String node, MailTrial trial)
      throws InterruptedException {
    String token = "init." + Long.toHexString(RandomGenerator.getDefault().nextLong(1L << 40));
    try (SessionOpening.Opened opened = opening.open()) {
      return trial.play(opened.session(), node, "ETRN " + node, token);
    }
  }
}
