package dev.etrn.reports.cli;

import dev.etrn.suites.target.ConfigurationError;
import dev.etrn.suites.target.HostGuard;
import dev.etrn.suites.target.Target;
import dev.etrn.suites.target.TargetSpec;
import dev.etrn.suites.target.TargetUnavailable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which server is tested. */
final class TargetOptions {

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      description =
          "embedded, HOST:PORT or mta:NAME (postfix); by default the address in --config, or else"
              + " embedded.")
  private @Nullable String target;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "An etrn.yaml that describes the target.")
  private @Nullable Path config;

  @Option(
      names = "--i-am-allowed",
      paramLabel = "HOST",
      description = "Vouches for a host that is neither loopback nor private; repeatable.")
  private List<String> allowed = new ArrayList<>();

  Target resolve() throws ConfigurationError, TargetUnavailable {
    var guard = new HostGuard(new HashSet<>(allowed));
    return TargetSpec.resolve(Optional.ofNullable(target), Optional.ofNullable(config), guard);
  }

  /** These options again, for a command that repeats the run. */
  String again() {
    var again = new StringBuilder();
    if (target != null) {
      again.append(" --target ").append(target);
    }
    if (config != null) {
      again.append(" --config ").append(config);
    }
    allowed.forEach(host -> again.append(" --i-am-allowed ").append(host));
    return again.toString();
  }
}
