package dev.etrn.suites.run.stage;

import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.wire.client.SubmissionSettings;
import dev.etrn.suites.wire.client.SubmissionSettings.Credentials;
import dev.etrn.suites.wire.client.SubmissionSettings.StartTls;

/** The way in which mail is handed in to a target: as its sessions are, with TLS and AUTH. */
final class SubmissionSecurity {

  private SubmissionSecurity() {}

  static SubmissionSettings settings(TargetProfile profile) {
    boolean authenticates = profile.security().alwaysAuthenticates();
    StartTls startTls =
        switch (profile.tls()) {
          case REQUIRED -> StartTls.ALWAYS;
          case NONE, IMPLICIT -> StartTls.NEVER;
          // Where AUTH is wanted it may be announced only inside TLS.
          case AUTO, STARTTLS -> authenticates ? StartTls.WHEN_OFFERED : StartTls.NEVER;
        };
    return new SubmissionSettings(
        profile.clientSettings(),
        startTls,
        profile
            .login()
            .filter(login -> authenticates)
            .map(login -> new Credentials(login.user(), login.password().reveal())));
  }
}
