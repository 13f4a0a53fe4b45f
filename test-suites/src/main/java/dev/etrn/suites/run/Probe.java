package dev.etrn.suites.run;

import dev.etrn.suites.run.RunResult.TargetSeen;
import dev.etrn.suites.target.RunningTarget;
import dev.etrn.suites.target.TargetUnavailable;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.Addresses;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.SocketClient;
import dev.etrn.suites.wire.WireClient;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Asks a target who it is before anything else is asked. */
final class Probe {

  private Probe() {}

  /**
   * The target as it shows itself.
   *
   * @throws TargetUnavailable when nothing answers there, or what answers does not speak SMTP
   */
  static TargetSeen of(String name, RunningTarget target) throws TargetUnavailable {
    Transcript transcript = converse(target);
    String address = Addresses.text(target.address());
    Optional<Event.Unreachable> unreachable = transcript.all(Event.Unreachable.class).findFirst();
    if (unreachable.isPresent()) {
      throw new TargetUnavailable(
          "cannot connect to "
              + address
              + " ("
              + unreachable.get().why()
              + "): start the server, or correct its address");
    }
    Dialogue dialogue = Dialogue.first(transcript);
    Reply greeting = greeting(dialogue, address);
    refusesWhatNobodyKnows(target, dialogue);
    return new TargetSeen(
        name, address, target.image(), target.version(), greeting.text(), dialogue.ehloLines());
  }

  private static Transcript converse(RunningTarget target) {
    var recorder = Recorder.start();
    var timeout = target.profile().commandTimeout();
    try (WireClient client =
        SocketClient.connect(target.address(), 1, recorder, timeout, timeout)) {
      Optional<Reply> greeting = client.step("greeting").reply();
      if (greeting.filter(r -> r.code() == 220).isPresent()) {
        client.step("ehlo").line("EHLO client.example").reply();
        client.step("unknown").line(unknownVerb()).reply();
        client.step("quit").line("QUIT").reply();
      }
    }
    return recorder.transcript("probe");
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
      throws TargetUnavailable {
    Optional<Reply> reply = dialogue.firstReply("unknown");
    if (!target.image().isEmpty() && reply.filter(r -> r.firstDigit() == 5).isEmpty()) {
      throw new TargetUnavailable(
          "the image "
              + target.image()
              + " answers a command that nobody knows with '"
              + reply.map(r -> r.raw().toString()).orElse("nothing")
              + "': is it a mail server that listens on the port in its description?");
    }
  }

  private static Reply greeting(Dialogue dialogue, String address) throws TargetUnavailable {
    Optional<Reply> greeting = dialogue.firstReply("greeting");
    if (greeting.isEmpty()) {
      String what =
          dialogue.leftover().size() > 0
              ? "sends octets that are no SMTP greeting"
              : dialogue.peerClosed() ? "closes the connection at once" : "does not greet";
      throw new TargetUnavailable(
          address + " accepts connections but " + what + ": is an SMTP server listening there?");
    }
    if (greeting.get().code() != 220) {
      throw new TargetUnavailable(
          address
              + " does not greet with 220 but with '"
              + greeting.get().raw()
              + "': is an SMTP server listening there, and does it let this client in?");
    }
    return greeting.get();
  }
}
