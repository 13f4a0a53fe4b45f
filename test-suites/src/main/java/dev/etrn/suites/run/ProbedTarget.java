package dev.etrn.suites.run;

import dev.etrn.suites.run.RunResult.TargetSeen;
import dev.etrn.suites.target.MachineUse;
import dev.etrn.suites.target.RunningTarget;
import dev.etrn.suites.target.TargetProfile;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * A running target with a profile that the probe completed.
 *
 * @param profile without anything that had to be asked of the target
 * @param seen the target as it shows itself
 */
record ProbedTarget(RunningTarget target, TargetProfile profile, TargetSeen seen)
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
