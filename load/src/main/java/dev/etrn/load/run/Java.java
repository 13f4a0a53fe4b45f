package dev.etrn.load.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of further Java processes with the classes of this one. */
final class Java {

  private Java() {}

  static List<String> command(List<String> options, Class<?> main, List<String> arguments) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(arguments);
    return command;
  }
}
