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

/** The options that name the server under test. */
public final class TargetOptions {

  private static final int POLITE_RATE = 20;
  private static final double MIN_RATE = 0.01;

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
      description =
          "Confirm that you may test this host, which is neither loopback nor private; repeatable.")
  private List<String> allowed = new ArrayList<>();

  @Option(
      names = "--max-rate",
      paramLabel = "N",
      description =
          "Open at most N connections to the target in a second, such as 20 or 0.5 (default: "
              + POLITE_RATE
              + " for a HOST:PORT that is not loopback, and no limit otherwise).")
  private @Nullable Double maxRate;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** Returns the rate at which connections to a target may be opened. */
  public ConnectionRate rate(Target resolvedTarget) {
    if (maxRate == null) {
      boolean isFar = resolvedTarget instanceof RemoteTarget remote && !remote.isOnLoopback();
      return isFar ? ConnectionRate.perSecond(POLITE_RATE) : ConnectionRate.unlimited();
    }
    if (!(maxRate >= MIN_RATE) || Double.isInfinite(maxRate)) {
      throw new ParameterException(
          spec.commandLine(), "--max-rate takes a number of at least 0.01, such as 20 or 0.5");
    }
    return ConnectionRate.perSecond(maxRate);
  }

  public Target resolve() throws HarnessConfigurationException, TargetUnavailableException {
    return TargetResolver.resolve(named(), Optional.ofNullable(config), guard());
  }

  /** Returns the value of {@code --target}. */
  public Optional<String> named() {
    return Optional.ofNullable(target);
  }

  /** Returns the HOST:PORT that no configuration file describes. */
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

  /** Returns these options as text, for a command that repeats the run. */
  public String replayOptions() {
    var options = new StringBuilder();
    if (target != null) {
      options.append(" --target ").append(target);
    }
    if (config != null) {
      options.append(" --config ").append(config);
    }
    if (maxRate != null) {
      options
          .append(" --max-rate ")
          .append(BigDecimal.valueOf(maxRate).stripTrailingZeros().toPlainString());
    }
    allowed.forEach(host -> options.append(" --i-am-allowed ").append(host));
    return options.toString();
  }
}
