package dev.etrn.load.run;

import dev.etrn.load.exchanger.SessionRefusedException;
import dev.etrn.load.exchanger.TargetSession;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.TargetUnavailableException;
import java.util.Locale;

/** What a target says before any load is made. */
final class TargetReadiness {

  private TargetReadiness() {}

  /**
   * Makes sure that there is something to load.
   *
   * @throws TargetUnavailableException when nobody greets there, sessions cannot begin as its
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

  /** Whether it still answers. */
  static boolean isThere(RunningTarget target) {
    try (var session = TargetSession.open(target.address(), target.profile())) {
      return session.ehlo().firstDigit() == 2;
    } catch (SessionRefusedException e) {
      return false;
    }
  }
}
