package dev.etrn.load.coordination;

import dev.etrn.load.process.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An injector in its own process, so that neither the target nor the mail exchanger slows it down.
 */
public final class InjectorProcess implements AutoCloseable {

  private static final int CUT_SECONDS = 30;

  /** The environment variable with the password of the plan's user, which no file may hold. */
  public static final String PASSWORD = "ETRN_LOAD_PASSWORD";

  /** The options of the JVM; the load engine reflects on strings, which the JDK has to allow. */
  private static final List<String> OPTIONS =
      List.of("-Xmx1g", "--add-opens=java.base/java.lang=ALL-UNNAMED");

  private final Process process;

  private InjectorProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts an injector.
   *
   * @param progress the listener that gets each line of its output
   */
  static InjectorProcess start(
      InjectorPlacement.LocalProcesses injectors,
      Rendezvous rendezvous,
      int index,
      LoadProgress progress)
      throws IOException {
    InjectorFiles files = rendezvous.injector(index);
    Files.createDirectories(files.directory());
    List<String> arguments = List.of(rendezvous.directory().toString(), Integer.toString(index));
    List<String> command =
        JavaCommand.command(OPTIONS, injectors.classPath(), injectors.main(), arguments);
    ProcessBuilder process = new ProcessBuilder(command).redirectError(files.log().toFile());
    injectors
        .password()
        .ifPresent(password -> process.environment().put(PASSWORD, password.reveal()));
    var injector = new InjectorProcess(process.start());
    var reader = new Thread(() -> injector.forwardOutput(progress), "injector-output");
    reader.setDaemon(true);
    reader.start();
    return injector;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Lets it write what it has recorded, and end. */
  void cut() {
    process.destroy();
    try {
      boolean unused = process.waitFor(CUT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void forwardOutput(LoadProgress progress) {
    try (BufferedReader out = process.inputReader()) {
      out.lines().forEach(progress::goesOn);
    } catch (IOException | UncheckedIOException e) {
      // The process was ended while it wrote.
      progress.goesOn("the injector says no more");
    }
  }
}
