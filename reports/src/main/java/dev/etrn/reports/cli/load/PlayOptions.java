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

/** What is played: the scenario, or a simulation of the user's own. */
final class PlayOptions {

  @Option(
      names = "--simulation",
      paramLabel = "CLASS",
      description =
          "Plays a Gatling simulation of your own instead of a scenario; see"
              + " load/docs/simulations.md.")
  private @Nullable String simulation;

  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      description = "Where that class is: directories and jar files.")
  private @Nullable String classPath;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /**
   * @param scenario the name that was given, or the empty string
   */
  Function<LoadOptions, LoadDefinition> of(String scenario) {
    if (simulation == null) {
      if (classPath != null) {
        throw wrong("--classpath is for --simulation");
      }
      Optional<Scenario> chosen = Scenario.named(scenario);
      if (chosen.isEmpty()) {
        String given =
            scenario.isEmpty() ? "a scenario is missing" : "no scenario '" + scenario + "'";
        throw wrong(given + "; expected one of " + names());
      }
      return options -> LoadDefinition.of(chosen.get(), options);
    }
    if (!scenario.isEmpty()) {
      throw wrong("a scenario and --simulation exclude each other: give one of them");
    }
    LoadDefinition own = LoadDefinition.simulation(simulation, places());
    try {
      UserSimulation.require(simulation, own.classPath());
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()).replace("on the class path?", "in --classpath?"));
    }
    return options -> own;
  }

  private List<Path> places() {
    List<Path> places =
        Stream.ofNullable(classPath)
            .flatMap(path -> Arrays.stream(path.split(File.pathSeparator)))
            .map(Path::of)
            .toList();
    places.stream()
        .filter(place -> !Files.exists(place))
        .findFirst()
        .ifPresent(
            place -> {
              throw wrong("there is no " + place + ", which --classpath names");
            });
    return places;
  }

  private ParameterException wrong(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }

  private static String names() {
    return Arrays.stream(Scenario.values()).map(Scenario::title).collect(Collectors.joining(", "));
  }
}
