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

/** Asks a target who it is before anything else is asked. */
public final class Probe {

  /** After this time people want to know what is being waited for. */
  private static final Duration NOTICE = Duration.ofSeconds(3);

  private static final int GREETINGS = 3;

  private Probe() {}

  /**
   * The target as it shows itself, and its profile completed by that.
   *
   * @param whileWaiting is done once when the greeting takes more than a few seconds
   * @throws TargetUnavailableException when nothing answers there, or what answers does not speak
   *     SMTP
   */
  public static ProbedTarget of(String name, RunningTarget target, Runnable whileWaiting)
      throws TargetUnavailableException {
    var conversation = new ProbeSession(target.profile(), whileWaiting);
    Transcript transcript = conversation.with(target.address());
    String address = Addresses.text(target.address());
    requireConnection(transcript, address);
    Dialogue dialogue = Dialogue.first(transcript);
    Reply greeting = greeting(dialogue, address);
    refusesWhatNobodyKnows(target, dialogue);
    List<String> ehlo = conversation.announced.last().lines().stream().map(Probe::shown).toList();
    String banner = shown(greeting.text());
    var seen = new TargetSeen(name, address, target.image(), target.version(), banner, ehlo);
    return new ProbedTarget(target, conversation.completed(), seen);
  }

  /** Octets that are no US-ASCII as escapes: in which charset they are meant, nobody says. */
  private static String shown(String text) {
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

    Transcript with(InetSocketAddress address) {
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
      long from = System.nanoTime();
      Executor later = CompletableFuture.delayedExecutor(NOTICE.toMillis(), TimeUnit.MILLISECONDS);
      CompletableFuture<Void> notice = CompletableFuture.runAsync(whileWaiting, later);
      Optional<Reply> greeting = client.step("greeting").reply();
      notice.cancel(false);
      greetingTime = Duration.ofNanos(System.nanoTime() - from);
      return greeting.filter(r -> r.code() == 220).isPresent();
    }

    /** What the first greeting took says how long a later one may take. */
    TargetProfile completed() {
      ConnectionTimeouts timeouts = profile.timeouts();
      Duration generous = greetingTime.multipliedBy(GREETINGS);
      Duration greeting = generous.compareTo(timeouts.reply()) > 0 ? generous : timeouts.reply();
      return profile
          .withTimeouts(timeouts.withGreeting(greeting))
          .withSecurity(announced.completing(profile.security()));
    }
  }

  /** A verb that no server can know, so that no recorded answer fits it. */
  private static String unknownVerb() {
    return "X"
        + Long.toString(RandomGenerator.getDefault().nextLong(1L << 40), 26)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[0-9]", "Z");
  }

  /** Of an image it must be sure that a mail server answers, and not just anything that greets. */
  private static void refusesWhatNobodyKnows(RunningTarget target, Dialogue dialogue)
      throws TargetUnavailableException {
    Optional<Reply> reply = dialogue.firstReply("unknown");
    if (!target.image().isEmpty() && reply.filter(r -> r.firstDigit() == 5).isEmpty()) {
      throw new TargetUnavailableException(
          "the image "
              + target.image()
              + " answers a command that nobody knows with '"
              + reply.map(r -> r.raw().toString()).orElse("nothing")
              + "': is it a mail server that listens on the port in its description?");
    }
  }

  private static Reply greeting(Dialogue dialogue, String address)
      throws TargetUnavailableException {
    Optional<Reply> greeting = dialogue.firstReply("greeting");
    if (greeting.isEmpty()) {
      String what =
          dialogue.leftover().size() > 0
              ? "sends octets that are no SMTP greeting"
              : dialogue.peerClosed() ? "closes the connection at once" : "does not greet";
      throw new TargetUnavailableException(
          address + " accepts connections but " + what + ": is an SMTP server listening there?");
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
