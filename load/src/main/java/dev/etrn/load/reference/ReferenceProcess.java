package dev.etrn.load.reference;

import dev.etrn.load.process.JavaCommand;
import dev.etrn.suites.targets.MachineUse;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.profile.TargetProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** A child process that runs {@link ReferenceMain}. */
final class ReferenceProcess implements RunningTarget {

  private static final int END_SECONDS = 15;

  private final Process process;
  private final InetSocketAddress address;
  private final TargetProfile profile;

  private ReferenceProcess(Process process, InetSocketAddress address, TargetProfile profile) {
    this.process = process;
    this.address = address;
    this.profile = profile;
  }

  static ReferenceProcess start(
      InetSocketAddress exchanger, OptionalInt etrnsPerSession, TargetProfile profile)
      throws IOException {
    List<String> command =
        JavaCommand.command(
            List.of("-Xmx512m"),
            ReferenceMain.class,
            List.of(
                exchanger.getAddress().getHostAddress(),
                Integer.toString(exchanger.getPort()),
                System.getProperty("java.io.tmpdir"),
                Integer.toString(etrnsPerSession.orElse(Integer.MAX_VALUE))));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader out = process.inputReader();
    String port = Optional.ofNullable(out.readLine()).orElse("");
    if (!port.matches("[0-9]+")) {
      process.destroyForcibly();
      throw new IOException("it ended before it listened");
    }
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port));
    return new ReferenceProcess(process, address, profile);
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public TargetProfile profile() {
    return profile;
  }

  @Override
  public Optional<MachineUse> use() {
    return ProcessUse.of(process.toHandle());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
