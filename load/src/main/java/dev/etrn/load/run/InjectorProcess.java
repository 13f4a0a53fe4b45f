package dev.etrn.load.run;

import dev.etrn.suites.target.Password;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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

  static InjectorProcess start(
      Class<?> main, List<Path> classPath, InjectorFiles files, Optional<Password> password)
      throws IOException {
    List<String> command =
        Java.command(OPTIONS, classPath, main, List.of(files.directory().toString()));
    ProcessBuilder process = new ProcessBuilder(command).redirectError(files.log().toFile());
    password.ifPresent(secret -> process.environment().put(PASSWORD, secret.reveal()));
    return new InjectorProcess(process.start());
  }

  /**
   * Passes on what it prints until it ends.
   *
   * @return whether it ended in time
   */
  boolean await(LoadProgress progress, Duration atMost) throws InterruptedException, IOException {
    var reader = new Thread(() -> pass(progress), "injector-output");
    reader.setDaemon(true);
    reader.start();
    return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
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
    } catch (IOException | java.io.UncheckedIOException e) {
      // It was ended while it wrote.
      progress.goesOn("the injector says no more");
    }
  }
}
