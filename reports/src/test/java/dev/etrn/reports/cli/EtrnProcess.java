package dev.etrn.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command in processes of its own, as it is compiled now. */
public final class EtrnProcess {

  /**
   * What a shell starts in the background ignores SIGINT, and so does what that starts: here it
   * counts again, where coreutils are new enough to say so.
   */
  private static final List<String> HEARS_INTERRUPTS = List.of("env", "--default-signal=INT");

  private EtrnProcess() {}

  /**
   * Returns a process that is not started yet.
   *
   * @param java the options of Java
   * @param arguments the arguments of {@code etrn}
   */
  public static ProcessBuilder of(List<String> java, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(java);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Etrn.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /** Returns a process that Ctrl-C ends. */
  public static ProcessBuilder interruptible(List<String> java, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = of(java, arguments);
    List<String> check = new ArrayList<>(HEARS_INTERRUPTS);
    check.add("true");
    if (new ProcessBuilder(check).start().waitFor() == 0) {
      builder.command().addAll(0, HEARS_INTERRUPTS);
    }
    return builder;
  }

  /** Sends what Ctrl-C sends. */
  public static void interrupt(Process process) throws IOException, InterruptedException {
    var kill = new ProcessBuilder("kill", "-INT", Long.toString(process.pid()));
    assertThat(kill.start().waitFor()).isZero();
  }
}
