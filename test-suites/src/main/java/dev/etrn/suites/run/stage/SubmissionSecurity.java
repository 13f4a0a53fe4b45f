package dev.etrn.suites.run.stage;

import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.wire.client.SubmissionSettings;
import dev.etrn.suites.wire.client.SubmissionSettings.Credentials;
import dev.etrn.suites.wire.client.SubmissionSettings.StartTls;

/** The use of TLS and AUTH in the submission of mail, which follows that of sessions. */
final class SubmissionSecurity {

  private SubmissionSecurity() {}

  static SubmissionSettings settings(TargetProfile profile) {
    boolean authenticates = profile.security().alwaysAuthenticates();
    StartTls startTls =
        switch (profile.tls()) {
          case REQUIRED -> StartTls.ALWAYS;
          case NONE, IMPLICIT -> StartTls.NEVER;
          // A server may announce AUTH only inside TLS.
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
