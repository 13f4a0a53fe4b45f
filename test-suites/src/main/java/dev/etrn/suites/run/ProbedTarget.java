package dev.etrn.suites.run;

import dev.etrn.suites.run.RunResult.TargetSeen;
import dev.etrn.suites.target.MachineUse;
import dev.etrn.suites.target.RunningTarget;
import dev.etrn.suites.target.TargetProfile;
import dev.etrn.suites.target.TlsUse;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * A running target with a profile that the probe completed.
 *
 * @param profile without anything that had to be asked of the target
 */
record ProbedTarget(RunningTarget target, TargetProfile profile) implements RunningTarget {

  /** The target as its greeting and its reply to EHLO show it. */
  static ProbedTarget of(RunningTarget target, TargetSeen seen) {
    TargetProfile profile = target.profile();
    if (profile.tls() != TlsUse.AUTO) {
      return new ProbedTarget(target, profile);
    }
    TlsUse tls = announcesStartTls(seen) ? TlsUse.STARTTLS : TlsUse.NONE;
    return new ProbedTarget(target, profile.withSecurity(profile.security().withTls(tls)));
  }

  private static boolean announcesStartTls(TargetSeen seen) {
    return seen.ehlo().stream()
        .anyMatch(line -> line.strip().toUpperCase(Locale.ROOT).equals("STARTTLS"));
  }

  @Override
  public InetSocketAddress address() {
    return target.address();
  }

  @Override
  public String image() {
    return target.image();
  }

  @Override
  public String version() {
    return target.version();
  }

  @Override
  public Optional<MachineUse> use() {
    return target.use();
  }

  @Override
  public void close() {
    target.close();
  }
}
