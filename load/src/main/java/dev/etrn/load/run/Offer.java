package dev.etrn.load.run;

import dev.etrn.suites.target.RunningTarget;
import dev.etrn.suites.target.TargetUnavailable;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.wire.Addresses;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.SocketClient;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** What a target says before any load is made. */
final class Offer {

  private Offer() {}

  /**
   * Makes sure that there is something to load.
   *
   * @throws TargetUnavailable when nobody greets there, or ETRN is not offered
   */
  static void require(String name, RunningTarget target) throws TargetUnavailable {
    Optional<Reply> ehlo = ehlo(target);
    if (ehlo.isEmpty()) {
      throw new TargetUnavailable(
          "no mail server answers at "
              + Addresses.text(target.address())
              + ": start it, or correct its address");
    }
    if (!ehlo.get().raw().toString().toUpperCase(Locale.ROOT).matches("(?s).*250[- ]ETRN\\b.*")) {
      throw new TargetUnavailable(
          name + " does not offer ETRN, so there is nothing to load; see etrn verify");
    }
  }

  /** Whether it still answers. */
  static boolean isThere(RunningTarget target) {
    return ehlo(target).isPresent();
  }

  private static Optional<Reply> ehlo(RunningTarget target) {
    Duration timeout = target.profile().commandTimeout();
    try (var client =
        SocketClient.connect(target.address(), 1, Recorder.start(), timeout, timeout)) {
      if (client.reply().filter(reply -> reply.code() == 220).isEmpty()) {
        return Optional.empty();
      }
      Optional<Reply> ehlo = client.line("EHLO client.example").reply();
      client.line("QUIT").reply();
      return ehlo;
    }
  }
}
