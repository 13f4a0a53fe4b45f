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

/** Who makes the load, and where. */
final class InjectorOptions {

  private static final int MOST = 1000;
  private static final Duration UP = Duration.ofMinutes(10);

  @Option(
      names = "--injectors",
      paramLabel = "N",
      description = "How many make the load together, each its share (default: 1).")
  private int injectors = 1;

  @Option(
      names = "--share",
      paramLabel = "DIR",
      description =
          "The injectors run elsewhere, as tasks of Docker Swarm or Kubernetes, and have this"
              + " directory as well; see load/docs/distributed.md.")
  private @Nullable Path share;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  InjectorPlacement chosen() throws HarnessConfigurationException {
    if (injectors < 1 || injectors > MOST) {
      throw new ParameterException(
          spec.commandLine(), "--injectors takes a number from 1 to " + MOST);
    }
    if (share == null) {
      return new InjectorPlacement.LocalProcesses(LoadInjector.class, injectors);
    }
    requireFree(share);
    return new InjectorPlacement.ExternalTasks(share, injectors, UP);
  }

  private static void requireFree(Path share) throws HarnessConfigurationException {
    try {
      if (!Files.isDirectory(share) || !Files.isWritable(share)) {
        throw new HarnessConfigurationException(
            share + " of --share is no directory that can be written to: mount it first");
      }
      if (!new Rendezvous(share).isFree()) {
        throw new HarnessConfigurationException(
            share + " of --share holds another run: wait for its end, or empty the directory");
      }
    } catch (IOException e) {
      throw new HarnessConfigurationException(
          share + " of --share cannot be read: " + e.getMessage());
    }
  }
}
