package dev.etrn.suites.run.liveness;

import dev.etrn.suites.run.result.RunResult.TargetSeen;
import dev.etrn.suites.targets.MachineUse;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.profile.TargetProfile;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * A running target with a profile that the probe completed.
 *
 * @param profile the profile, with the settings that the target announced
 * @param seen the target as it shows itself
 */
public record ProbedTarget(RunningTarget target, TargetProfile profile, TargetSeen seen)
    implements RunningTarget {

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
