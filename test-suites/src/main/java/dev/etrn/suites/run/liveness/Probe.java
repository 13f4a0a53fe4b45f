package dev.etrn.suites.run.liveness;

import dev.etrn.suites.run.result.RunResult.TargetSeen;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.Addresses;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.client.ConnectionTimeouts;
import dev.etrn.suites.wire.client.SocketClient;
import dev.etrn.suites.wire.client.WireClient;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** The probe of a target before the first case: its greeting, its EHLO and its liveness. */
public final class Probe {

  /** The time without a greeting after which the user is told about the wait. */
  private static final Duration NOTICE = Duration.ofSeconds(3);

  private static final int GREETINGS = 3;

  private Probe() {}

  /**
   * Probes a target; returns it with a profile that its answers complete.
   *
   * @param whileWaiting the action that runs once if the greeting takes more than a few seconds
   * @throws TargetUnavailableException when no SMTP server answers at the address
   */
  public static ProbedTarget of(String name, RunningTarget target, Runnable whileWaiting)
      throws TargetUnavailableException {
    var session = new ProbeSession(target.profile(), whileWaiting);
    Transcript transcript = session.play(target.address());
    String address = Addresses.text(target.address());
    requireConnection(transcript, address);
    Dialogue dialogue = Dialogue.first(transcript);
    Reply greeting = greeting(dialogue, address);
    requireRefusal(target, dialogue);
    List<String> ehlo = session.announced.last().lines().stream().map(Probe::escaped).toList();
    String banner = escaped(greeting.text());
    var seen = new TargetSeen(name, address, target.image(), target.version(), banner, ehlo);
    return new ProbedTarget(target, session.completed(), seen);
  }

  /** Returns the text with escapes for octets outside US-ASCII, whose charset is unknown. */
  private static String escaped(String text) {
    return Octets.of(text).escaped();
  }

  private static void requireConnection(Transcript transcript, String address)
      throws TargetUnavailableException {
    Optional<Event.Unreachable> unreachable = transcript.all(Event.Unreachable.class).findFirst();
    if (unreachable.isPresent()) {
      throw new TargetUnavailableException(
          "cannot connect to "
              + address
              + " ("
              + unreachable.get().why()
              + "): start the server, or correct its address");
    }
    Optional<Event.Handshake> failed =
        transcript.all(Event.Handshake.class).filter(h -> !h.isSecure()).findFirst();
    if (failed.isPresent() && transcript.all(Event.Received.class).findAny().isEmpty()) {
      throw new TargetUnavailableException(
          address
              + " does not begin with TLS ("
              + failed.get().detail()
              + "), though target.tls is implicit: correct target.tls or target.address");
    }
  }

  /** The one connection of the probe. */
  private static final class ProbeSession {

    private final TargetProfile profile;
    private final Runnable whileWaiting;
    private AnnouncedExtensions announced = AnnouncedExtensions.NONE;
    private Duration greetingTime = Duration.ZERO;

    ProbeSession(TargetProfile profile, Runnable whileWaiting) {
      this.profile = profile;
      this.whileWaiting = whileWaiting;
    }

    Transcript play(InetSocketAddress address) {
      var recorder = Recorder.start();
      try (WireClient client =
          SocketClient.connect(address, 1, recorder, profile.clientSettings())) {
        if (isGreeted(client)) {
          announced = AnnouncedExtensions.ask(profile.security(), client);
          client.step("unknown").line(unknownVerb()).reply();
          client.step("quit").line("QUIT").reply();
        }
      }
      return recorder.transcript("probe");
    }

    private boolean isGreeted(WireClient client) {
      long startNanos = System.nanoTime();
      Executor later = CompletableFuture.delayedExecutor(NOTICE.toMillis(), TimeUnit.MILLISECONDS);
      CompletableFuture<Void> notice = CompletableFuture.runAsync(whileWaiting, later);
      Optional<Reply> greeting = client.step("greeting").reply();
      notice.cancel(false);
      greetingTime = Duration.ofNanos(System.nanoTime() - startNanos);
      return greeting.filter(r -> r.code() == 220).isPresent();
    }

    /** Returns the profile with the timeout of greetings based on the time of the first. */
    TargetProfile completed() {
      ConnectionTimeouts timeouts = profile.timeouts();
      Duration generous = greetingTime.multipliedBy(GREETINGS);
      Duration greeting = generous.compareTo(timeouts.reply()) > 0 ? generous : timeouts.reply();
      return profile
          .withTimeouts(timeouts.withGreeting(greeting))
          .withSecurity(announced.completing(profile.security()));
    }
  }

  /** Returns a verb that no server can know, so that no recorded answer fits it. */
  private static String unknownVerb() {
    return "X"
        + Long.toString(RandomGenerator.getDefault().nextLong(1L << 40), 26)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[0-9]", "Z");
  }

  /** Requires that an image refuses an unknown command, as any mail server does. */
  private static void requireRefusal(RunningTarget target, Dialogue dialogue)
      throws TargetUnavailableException {
    Optional<Reply> reply = dialogue.firstReply("unknown");
    if (!target.image().isEmpty() && reply.filter(r -> r.firstDigit() == 5).isEmpty()) {
      throw new TargetUnavailableException(
          "the image "
              + target.image()
              + " answers an unknown command with '"
              + reply.map(r -> r.raw().toString()).orElse("nothing")
              + "': is it a mail server that listens on the port in its description?");
    }
  }

  private static Reply greeting(Dialogue dialogue, String address)
      throws TargetUnavailableException {
    Optional<Reply> greeting = dialogue.firstReply("greeting");
    if (greeting.isEmpty()) {
      String behaviour =
          dialogue.leftover().size() > 0
              ? "sends octets that are not an SMTP greeting"
              : dialogue.peerClosed() ? "closes the connection at once" : "does not greet";
      throw new TargetUnavailableException(
          address
              + " accepts connections but "
              + behaviour
              + ": is an SMTP server listening there?");
    }
    if (greeting.get().code() != 220) {
      throw new TargetUnavailableException(
          address
              + " does not greet with 220 but with '"
              + greeting.get().raw()
              + "': is an SMTP server listening there, and does it let this client in?");
    }
    return greeting.get();
  }
}
