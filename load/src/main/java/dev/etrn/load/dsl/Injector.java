package dev.etrn.load.dsl;

import dev.etrn.load.run.InjectorFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the load of one plan, in a process of its own; its one argument is the directory that holds
 * {@code plan.json} and gets the results.
 */
public final class Injector {

  /** The system property that tells simulations their directory. */
  public static final String DIRECTORY = "etrn.load.directory";

  private Injector() {}

  public static void main(String... arguments) throws IOException {
    var files = new InjectorFiles(Path.of(arguments[0]));
    System.setProperty(DIRECTORY, files.directory().toString());
    Path own = Files.createDirectories(files.directory().resolve("engine"));
    System.exit(GatlingRun.of(PlannedSimulation.class, own));
  }
}
