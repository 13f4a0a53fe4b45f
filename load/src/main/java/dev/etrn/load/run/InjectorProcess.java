package dev.etrn.load.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * An injector in a process of its own, so that neither the target nor the mail exchanger is in its
 * way.
 */
final class InjectorProcess implements AutoCloseable {

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
  static InjectorProcess start(Class<?> main, Meeting meeting, int index, LoadProgress progress)
      throws IOException {
    InjectorFiles files = meeting.injector(index);
    Files.createDirectories(files.directory());
    List<String> arguments = List.of(meeting.directory().toString(), Integer.toString(index));
    List<String> command = Java.command(OPTIONS, main, arguments);
    var injector =
        new InjectorProcess(
            new ProcessBuilder(command).redirectError(files.log().toFile()).start());
    var reader = new Thread(() -> injector.pass(progress), "injector-output");
    reader.setDaemon(true);
    reader.start();
    return injector;
  }

  boolean isAlive() {
    return process.isAlive();
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
