package dev.etrn.load.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command lines of child Java processes that share the classes of this process. */
public final class JavaCommand {

  private JavaCommand() {}

  public static List<String> command(List<String> options, Class<?> main, List<String> arguments) {
    return command(options, List.of(), main, arguments);
  }

  /**
   * Returns a command line with further entries on the class path.
   *
   * @param classPath entries that go before the class path of this process
   */
  public static List<String> command(
      List<String> options, List<Path> classPath, Class<?> main, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Newer versions of Java warn of each native library, and Netty and SQLite load some.
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(options);
    command.add("-cp");
    command.add(
        Stream.concat(
                classPath.stream().map(Path::toString),
                Stream.of(System.getProperty("java.class.path")))
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(main.getName());
    command.addAll(arguments);
    return command;
  }
}
