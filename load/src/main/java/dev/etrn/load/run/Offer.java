package dev.etrn.load.run;

import dev.etrn.load.exchanger.NotAdmitted;
import dev.etrn.load.exchanger.TargetSession;
import dev.etrn.suites.target.RunningTarget;
import dev.etrn.suites.target.TargetUnavailable;
import java.util.Locale;

/** What a target says before any load is made. */
final class Offer {

  private Offer() {}

  /**
   * Makes sure that there is something to load.
   *
   * @throws TargetUnavailable when nobody greets there, sessions cannot begin as its configuration
   *     says, or ETRN is not offered
   */
  static void require(String name, RunningTarget target) throws TargetUnavailable {
    try (var session = TargetSession.open(target.address(), target.profile())) {
      String ehlo = session.ehlo().raw().toString().toUpperCase(Locale.ROOT);
      if (!ehlo.matches("(?s).*250[- ]ETRN\\b.*")) {
        throw new TargetUnavailable(
            name + " does not offer ETRN, so there is nothing to load; see etrn verify");
      }
    } catch (NotAdmitted e) {
      throw new TargetUnavailable(String.valueOf(e.getMessage()), e);
    }
  }

  /** Whether it still answers. */
  static boolean isThere(RunningTarget target) {
    try (var session = TargetSession.open(target.address(), target.profile())) {
      return session.ehlo().firstDigit() == 2;
    } catch (NotAdmitted e) {
      return false;
    }
  }
}
