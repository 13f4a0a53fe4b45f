package dev.etrn.reports.cli.option;

import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.config.HostPort;
import dev.etrn.suites.resolution.TargetResolver;
import dev.etrn.suites.targets.HostGuard;
import dev.etrn.suites.targets.RemoteTarget;
import dev.etrn.suites.targets.Target;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.wire.client.ConnectionRate;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which server is tested. */
public final class TargetOptions {

  private static final int POLITE = 20;
  private static final double LEAST_RATE = 0.01;

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      description =
          "HOST:PORT, image:REF, client:NAME (fetchmail, send, sendetrn), or one of"
              + " ${COMPLETION-CANDIDATES}; by default the address in --config, or else embedded.",
      completionCandidates = TargetNames.class)
  private @Nullable String target;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "An etrn.yaml that describes the target, or the description of an image.")
  private @Nullable Path config;

  @Option(
      names = "--i-am-allowed",
      paramLabel = "HOST",
      description = "Vouches for a host that is neither loopback nor private; repeatable.")
  private List<String> allowed = new ArrayList<>();

  @Option(
      names = "--max-rate",
      paramLabel = "N",
      description =
          "Open at most N connections to the target in a second, such as 20 or 0.5 (default: "
              + POLITE
              + " for a HOST:PORT that is not loopback, and no limit otherwise).")
  private @Nullable Double maxRate;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** How fast connections to {@code resolved} may be opened. */
  public ConnectionRate rate(Target resolved) {
    if (maxRate == null) {
      boolean isFar = resolved instanceof RemoteTarget remote && !remote.isOnLoopback();
      return isFar ? ConnectionRate.perSecond(POLITE) : ConnectionRate.unlimited();
    }
    if (!(maxRate >= LEAST_RATE) || Double.isInfinite(maxRate)) {
      throw new ParameterException(
          spec.commandLine(), "--max-rate takes a number from 0.01 on, such as 20 or 0.5");
    }
    return ConnectionRate.perSecond(maxRate);
  }

  public Target resolve() throws HarnessConfigurationException, TargetUnavailableException {
    return TargetResolver.resolve(named(), Optional.ofNullable(config), guard());
  }

  /** What {@code --target} says. */
  public Optional<String> named() {
    return Optional.ofNullable(target);
  }

  /** The HOST:PORT of which no file says anything. */
  public Optional<String> undescribed() {
    return config == null
        ? named().filter(name -> HostPort.parse(name).isPresent())
        : Optional.empty();
  }

  public boolean hasMaxRate() {
    return maxRate != null;
  }

  public boolean hasConfig() {
    return config != null;
  }

  public HostGuard guard() {
    return new HostGuard(new HashSet<>(allowed));
  }

  /** These options again, for a command that repeats the run. */
  public String again() {
    var again = new StringBuilder();
    if (target != null) {
      again.append(" --target ").append(target);
    }
    if (config != null) {
      again.append(" --config ").append(config);
    }
    if (maxRate != null) {
      again
          .append(" --max-rate ")
          .append(BigDecimal.valueOf(maxRate).stripTrailingZeros().toPlainString());
    }
    allowed.forEach(host -> again.append(" --i-am-allowed ").append(host));
    return again.toString();
  }
}
