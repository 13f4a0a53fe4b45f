package dev.etrn.suites.inquiry.role;

import dev.etrn.suites.inquiry.session.ReplyText;
import dev.etrn.suites.inquiry.session.ServerSession;
import dev.etrn.suites.inquiry.session.SessionOpening;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.profile.EtrnForm;
import dev.etrn.suites.targets.profile.HoldMethod;
import dev.etrn.suites.targets.profile.LoginUse;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.targets.profile.TlsUse;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.wire.client.ConnectionRate;
import dev.etrn.suites.wire.sink.Sink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The check, within seconds, that the configured names have their configured roles. One session
 * asks for each name where that is harmless; one message is held and released where mail comes
 * back.
 */
public final class RoleCheck {

  private static final Duration LONGEST_REPLY = Duration.ofSeconds(5);
  private static final Duration LONGEST_RELEASE = Duration.ofSeconds(10);

  /** The greeting time beyond which the check submits no mail. */
  private static final long SLOW_NANOS = Duration.ofSeconds(2).toNanos();

  private static final int MOST_ASKED = 3;

  private final RunningTarget target;
  private final TargetProfile profile;
  private final List<RoleMisfit> misfits = new ArrayList<>();
  private Optional<MailFinding> mail = Optional.empty();
  private Optional<Reply> permitted = Optional.empty();

  private RoleCheck(RunningTarget target) {
    this.target = target;
    this.profile = target.profile();
  }

  /**
   * Checks a target.
   *
   * @param sink the sink for its mail; empty if no mail is to be moved
   * @param rate the connection rate of the run
   * @param token the unique token of the message
   */
  public static RoleFindings of(
      RunningTarget target, Optional<Sink> sink, ConnectionRate rate, String token)
      throws InterruptedException {
    rate.await();
    return new RoleCheck(target).look(sink, token);
  }

  private RoleFindings look(Optional<Sink> sink, String token) throws InterruptedException {
    long startNanos = System.nanoTime();
    try (SessionOpening.Opened opened = opening().open()) {
      ServerSession session = opened.session();
      opened.reply().ifPresent(this::loginRefused);
      boolean isOffered = session.offers("ETRN");
      if (isOffered) {
        boolean isSlow =
            profile.release().scheduled() || System.nanoTime() - startNanos > SLOW_NANOS;
        askForPermitted(session, isSlow ? Optional.empty() : sink, token);
        askForOthers(session);
      }
      return new RoleFindings(
          isOffered, session.isGreeted(), profile.nodes().permitted(), permitted, mail, misfits);
    }
  }

  /** Asks for the other names, unless that could reach the limit of a session. */
  private void askForOthers(ServerSession session) {
    if (profile.etrnsPerSession().orElse(Integer.MAX_VALUE) < MOST_ASKED) {
      return;
    }
    profile.nodes().empty().ifPresent(node -> expectSuccess(session, "nodes.empty", node));
    profile.nodes().denied().ifPresent(node -> expectRefusal(session, node));
  }

  private SessionOpening opening() {
    Duration timeout = profile.commandTimeout();
    return new SessionOpening(
        target.address(),
        profile.client(),
        timeout.compareTo(LONGEST_REPLY) > 0 ? LONGEST_REPLY : timeout,
        profile.tls() == TlsUse.IMPLICIT,
        profile.tls() == TlsUse.REQUIRED,
        profile.login().filter(login -> login.use() == LoginUse.ALWAYS));
  }

  private void loginRefused(Reply reply) {
    misfits.add(new RoleMisfit("auth", "the server answers AUTH with " + ReplyText.quoted(reply)));
  }

  private void askForPermitted(ServerSession session, Optional<Sink> sink, String token)
      throws InterruptedException {
    Nodes nodes = profile.nodes();
    if (nodes.permitted().isEmpty()) {
      return;
    }
    String node = nodes.permitted().get();
    if (sink.isPresent()) {
      MailFinding finding = trial(sink.get()).play(session, node, request(node), token);
      mail = Optional.of(finding);
      misfit(finding, node).ifPresent(misfits::add);
      permitted = reply(finding);
    }
    boolean isAsked =
        mail.filter(finding -> !(finding instanceof MailFinding.NotTaken)).isPresent();
    if (permitted.isEmpty() && (!isAsked || mail.get() instanceof MailFinding.CameUnasked)) {
      permitted = expectSuccess(session, "nodes.permitted", node);
    }
  }

  private MailTrial trial(Sink sink) {
    Duration within = profile.within();
    return new MailTrial(
        sink,
        profile.quiet(),
        within.compareTo(LONGEST_RELEASE) > 0 ? LONGEST_RELEASE : within,
        profile.release().holding() == HoldMethod.REFUSED);
  }

  private static Optional<Reply> reply(MailFinding finding) {
    if (finding instanceof MailFinding.Came arrival) {
      return Optional.of(arrival.reply());
    } else if (finding instanceof MailFinding.Missing missing) {
      return Optional.of(missing.reply());
    } else if (finding instanceof MailFinding.NotReleased refused) {
      return refused.reply();
    }
    return Optional.empty();
  }

  private static Optional<RoleMisfit> misfit(MailFinding finding, String node) {
    if (finding instanceof MailFinding.NotTaken refused) {
      return Optional.of(
          new RoleMisfit(
              "nodes.permitted",
              "the server answers "
                  + refused.command()
                  + " with "
                  + ReplyText.quoted(refused.reply())
                  + ", so that no mail for "
                  + node
                  + " can be held"));
    } else if (finding instanceof MailFinding.CameUnasked) {
      return Optional.of(
          new RoleMisfit(
              "hold",
              "mail for " + node + " comes before ETRN asks for it: have the server hold it"));
    } else if (finding instanceof MailFinding.Missing missing) {
      return Optional.of(
          new RoleMisfit(
              "connectBack",
              "no mail for "
                  + node
                  + " came within "
                  + RoleFindings.seconds(missing.within())
                  + " of ETRN: check that the server delivers to connectBack.listen"));
    } else if (finding instanceof MailFinding.NotReleased refused) {
      return refused(refused.reply(), "nodes.permitted", node);
    }
    return Optional.empty();
  }

  private Optional<Reply> expectSuccess(ServerSession session, String key, String node) {
    Optional<Reply> reply = session.ask(request(node));
    refused(reply, key, node).ifPresent(misfits::add);
    return reply;
  }

  /** Returns the misfit of a refusal. A 458 does not count: it may pass later. */
  private static Optional<RoleMisfit> refused(Optional<Reply> reply, String key, String node) {
    boolean isRefused =
        reply.filter(r -> r.firstDigit() != 2 && r.code() != 458 && r.code() != 421).isPresent();
    return isRefused
        ? Optional.of(
            new RoleMisfit(key, "the server refuses " + node + " with " + ReplyText.quoted(reply)))
        : Optional.empty();
  }

  private void expectRefusal(ServerSession session, String node) {
    Optional<Reply> reply = session.ask(request(node));
    if (ReplyText.isSuccess(reply) && !profile.minimal()) {
      misfits.add(
          new RoleMisfit(
              "nodes.denied", "the server accepts " + node + " with " + ReplyText.quoted(reply)));
    }
  }

  private String request(String node) {
    return profile.forms().contains(EtrnForm.NODE) ? "ETRN " + node : "ETRN @" + node;
  }
}
