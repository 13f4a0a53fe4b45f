package dev.etrn.server.config.pmdf;

import dev.etrn.server.config.SessionLimits;
import dev.etrn.server.config.source.ProblemCollector;
import dev.etrn.server.config.source.SourceFile;
import dev.etrn.server.config.source.SourceLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The file {@code etrn_limits} of this server: limits that PMDF has no option for, one {@code
 * OPTION=number} on a line.
 */
final class EtrnLimitsFile {

  private static final String FILE = "etrn_limits";
  private static final String SESSIONS = "SESSIONS";
  private static final String SESSIONS_PER_ADDRESS = "SESSIONS_PER_ADDRESS";
  private static final String REFUSALS = "REFUSALS_PER_SESSION";
  private static final String JUNK_COMMANDS = "JUNK_COMMANDS_PER_SESSION";
  private static final List<String> OPTIONS =
      List.of(JUNK_COMMANDS, REFUSALS, SESSIONS, SESSIONS_PER_ADDRESS);

  private final Map<String, Integer> numbers = new HashMap<>();

  private EtrnLimitsFile() {}

  static SessionLimits of(Path directory, ProblemCollector problems) {
    var file = new EtrnLimitsFile();
    if (Files.exists(directory.resolve(FILE))) {
      new SourceFile(directory, problems)
          .read(FILE).stream()
              .filter(line -> !line.isBlank())
              .forEach(line -> file.take(line, problems));
    }
    return file.limits();
  }

  private void take(SourceLine line, ProblemCollector problems) {
    String[] parts = line.text().split("=", 2);
    String option = parts[0].strip().toUpperCase(Locale.ROOT);
    String value = parts.length == 2 ? parts[1].strip() : "";
    if (!OPTIONS.contains(option)) {
      problems.error(
          line,
          "'" + parts[0].strip() + "' is not a limit; expected " + String.join(", ", OPTIONS));
    } else if (!value.matches("[1-9][0-9]{0,8}")) {
      problems.error(line, option + " is '" + value + "'; expected a number from 1 on");
    } else if (numbers.put(option, Integer.valueOf(value)) != null) {
      problems.warning(line, option + " is set twice; this value counts");
    }
  }

  private SessionLimits limits() {
    SessionLimits standard = SessionLimits.STANDARD;
    int sessions = numbers.getOrDefault(SESSIONS, standard.sessions());
    return standard
        .withSessions(
            sessions, numbers.getOrDefault(SESSIONS_PER_ADDRESS, Math.max(1, sessions / 2)))
        .withRefusals(numbers.getOrDefault(REFUSALS, standard.refusals()))
        .withJunkCommands(numbers.getOrDefault(JUNK_COMMANDS, standard.junkCommands()));
  }
}
