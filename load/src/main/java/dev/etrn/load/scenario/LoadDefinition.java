package dev.etrn.load.scenario;

import java.nio.file.Path;
import java.util.List;

/**
 * The load that a run plays: a named scenario, or a user's own simulation, whose sessions only its
 * class defines.
 *
 * @param title a short name
 * @param sentence a description of the load
 * @param workload the populations and the mail; empty for a simulation
 * @param simulation the name of the simulation's class, or the empty string
 * @param classPath the places of that class besides the class path of this process
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
