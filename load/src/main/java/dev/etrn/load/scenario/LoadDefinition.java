package dev.etrn.load.scenario;

import java.nio.file.Path;
import java.util.List;

/**
 * What a run plays: a named scenario, or a user's own simulation, which alone knows what it does.
 *
 * @param title a short name
 * @param sentence what it does
 * @param workload empty when a simulation is played
 * @param simulation the name of its class, or the empty string
 * @param classPath where that class is, besides the class path of this process
 */
public record LoadDefinition(
    String title, String sentence, Workload workload, String simulation, List<Path> classPath) {

  public LoadDefinition {
    classPath = List.copyOf(classPath);
  }

  public static LoadDefinition of(Scenario scenario, LoadOptions options) {
    return new LoadDefinition(
        scenario.title(), scenario.sentence(), scenario.with(options), "", List.of());
  }

  public static LoadDefinition simulation(String className, List<Path> classPath) {
    String title = className.substring(className.lastIndexOf('.') + 1);
    return new LoadDefinition(
        title, "a simulation of your own", Workload.without(), className, classPath);
  }

  public boolean isSimulation() {
    return !simulation.isEmpty();
  }
}
