package dev.etrn.load.run;

import dev.etrn.load.exchanger.SessionRefusedException;
import dev.etrn.load.exchanger.TargetSession;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.TargetUnavailableException;
import java.util.Locale;

/** The readiness of a target for load. */
final class TargetReadiness {

  private TargetReadiness() {}

  /**
   * Checks that the target is ready.
   *
   * @throws TargetUnavailableException when no server greets there, sessions cannot begin as the
   *     configuration says, or ETRN is not offered
   */
  static void require(String name, RunningTarget target) throws TargetUnavailableException {
    try (var session = TargetSession.open(target.address(), target.profile())) {
      String ehlo = session.ehlo().raw().toString().toUpperCase(Locale.ROOT);
      if (!ehlo.matches("(?s).*250[- ]ETRN\\b.*")) {
        throw new TargetUnavailableException(
            name + " does not offer ETRN, so there is nothing to load; see etrn verify");
      }
    } catch (SessionRefusedException e) {
      throw new TargetUnavailableException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Returns true if the target still answers. */
  static boolean isThere(RunningTarget target) {
    try (var session = TargetSession.open(target.address(), target.profile())) {
      return session.ehlo().firstDigit() == 2;
    } catch (SessionRefusedException e) {
      return false;
    }
  }
}
