package dev.etrn.load.coordination;

import dev.etrn.load.process.JavaCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * An injector in a process of its own, so that neither the target nor the mail exchanger is in its
 * way.
 */
public final class InjectorProcess implements AutoCloseable {

  private static final int CUT_SECONDS = 15;

  /** The variable with the password of the plan's user, which no file is to have. */
  public static final String PASSWORD = "ETRN_LOAD_PASSWORD";

  /** The load engine reflects on strings; the JDK has to be told that it may. */
  private static final List<String> OPTIONS =
      List.of("-Xmx1g", "--add-opens=java.base/java.lang=ALL-UNNAMED");

  private final Process process;

  private InjectorProcess(Process process) {
    this.process = process;
  }

  /**
   * @param progress gets what it prints
   */
  static InjectorProcess start(
      InjectorPlacement.LocalProcesses injectors,
      Rendezvous meeting,
      int index,
      LoadProgress progress)
      throws IOException {
    InjectorFiles files = meeting.injector(index);
    Files.createDirectories(files.directory());
    List<String> arguments = List.of(meeting.directory().toString(), Integer.toString(index));
    List<String> command =
        JavaCommand.command(OPTIONS, injectors.classPath(), injectors.main(), arguments);
    ProcessBuilder process = new ProcessBuilder(command).redirectError(files.log().toFile());
    injectors.password().ifPresent(one -> process.environment().put(PASSWORD, one.reveal()));
    var injector = new InjectorProcess(process.start());
    var reader = new Thread(() -> injector.pass(progress), "injector-output");
    reader.setDaemon(true);
    reader.start();
    return injector;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Has it write down what it has, and end. */
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

  private void pass(LoadProgress progress) {
    try (BufferedReader out = process.inputReader()) {
      out.lines().forEach(progress::goesOn);
    } catch (IOException | UncheckedIOException e) {
      // It was ended while it wrote.
      progress.goesOn("the injector says no more");
    }
  }
}
