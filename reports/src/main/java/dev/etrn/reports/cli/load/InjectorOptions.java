package dev.etrn.reports.cli.load;

import dev.etrn.load.coordination.InjectorPlacement;
import dev.etrn.load.coordination.Rendezvous;
import dev.etrn.load.injector.LoadInjector;
import dev.etrn.suites.config.HarnessConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options for the injectors: how many make the load, and where they run. */
final class InjectorOptions {

  private static final int MAX_INJECTORS = 1000;
  private static final Duration START_TIMEOUT = Duration.ofMinutes(10);

  @Option(
      names = "--injectors",
      paramLabel = "N",
      description = "Number of injectors that share the load (default: 1).")
  private int injectors = 1;

  @Option(
      names = "--share",
      paramLabel = "DIR",
      description =
          "Directory shared with injectors that run elsewhere, as tasks of Docker Swarm or"
              + " Kubernetes; see load/docs/distributed.md.")
  private @Nullable Path share;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  InjectorPlacement placement() throws HarnessConfigurationException {
    if (injectors < 1 || injectors > MAX_INJECTORS) {
      throw new ParameterException(
          spec.commandLine(), "--injectors takes a number from 1 to " + MAX_INJECTORS);
    }
    if (share == null) {
      return new InjectorPlacement.LocalProcesses(LoadInjector.class, injectors);
    }
    requireFree(share);
    return new InjectorPlacement.ExternalTasks(share, injectors, START_TIMEOUT);
  }

  private static void requireFree(Path share) throws HarnessConfigurationException {
    try {
      if (!Files.isDirectory(share) || !Files.isWritable(share)) {
        throw new HarnessConfigurationException(
            "--share " + share + " is not a writable directory: mount it first");
      }
      if (!new Rendezvous(share).isFree()) {
        throw new HarnessConfigurationException(
            "--share " + share + " holds another run: wait until it ends, or empty the directory");
      }
    } catch (IOException e) {
      throw new HarnessConfigurationException(
          "--share " + share + " cannot be read: " + e.getMessage());
    }
  }
}
