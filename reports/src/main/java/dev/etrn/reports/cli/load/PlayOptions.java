package dev.etrn.reports.cli.load;

import dev.etrn.load.engine.UserSimulation;
import dev.etrn.load.scenario.LoadDefinition;
import dev.etrn.load.scenario.LoadOptions;
import dev.etrn.load.scenario.Scenario;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that choose a scenario or a simulation of the user's own. */
final class PlayOptions {

  @Option(
      names = "--simulation",
      paramLabel = "CLASS",
      description =
          "Run a Gatling simulation of your own instead of a scenario; see"
              + " load/docs/simulations.md.")
  private @Nullable String simulation;

  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      description = "Directories and jar files that hold the class of --simulation.")
  private @Nullable String classPath;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /**
   * Returns the definition of the load, which depends on the other options.
   *
   * @param scenario the name of a scenario, or the empty string
   */
  Function<LoadOptions, LoadDefinition> definitions(String scenario) {
    if (simulation == null) {
      if (classPath != null) {
        throw usageError("--classpath needs --simulation: give both or neither");
      }
      Optional<Scenario> namedScenario = Scenario.named(scenario);
      if (namedScenario.isEmpty()) {
        String problem =
            scenario.isEmpty()
                ? "a scenario is missing"
                : "there is no scenario '" + scenario + "'";
        throw usageError(problem + "; expected one of " + names());
      }
      return options -> LoadDefinition.of(namedScenario.get(), options);
    }
    if (!scenario.isEmpty()) {
      throw usageError("a scenario and --simulation exclude each other: give one of them");
    }
    LoadDefinition definition = LoadDefinition.simulation(simulation, entries());
    try {
      UserSimulation.require(simulation, definition.classPath());
    } catch (IllegalArgumentException e) {
      throw usageError(
          String.valueOf(e.getMessage()).replace("on the class path?", "in --classpath?"));
    }
    return options -> definition;
  }

  private List<Path> entries() {
    List<Path> entries =
        Stream.ofNullable(classPath)
            .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
            .map(Path::of)
            .toList();
    entries.stream()
        .filter(entry -> !Files.exists(entry))
        .findFirst()
        .ifPresent(
            entry -> {
              throw usageError("--classpath names " + entry + ", which does not exist");
            });
    return entries;
  }

  private ParameterException usageError(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private static String names() {
    return Arrays.stream(Scenario.values()).map(Scenario::title).collect(Collectors.joining(", "));
  }
}
