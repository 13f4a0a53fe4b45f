package dev.etrn.server.config.pmdf;

import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.source.OptionLine;
import dev.etrn.server.config.source.ProblemCollector;
import dev.etrn.server.config.source.SourceFile;
import dev.etrn.server.config.source.SourceLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file {@code job_controller.cnf}, of which the interval of the periodic job is read: {@code
 * time=/04:00} in the section {@code [PERIODIC_JOB=post]} (PMDF-028).
 */
final class JobControllerFile {

  private static final String FILE = "job_controller.cnf";
  private static final Pattern SECTION = Pattern.compile("(?i)\\[\\s*\\w+\\s*=\\s*\\S+\\s*]");
  private static final Pattern POST = Pattern.compile("(?i)\\[\\s*PERIODIC_JOB\\s*=\\s*post\\s*]");
  private static final Pattern INTERVAL = Pattern.compile("/([0-9]{1,3}):([0-5][0-9])");

  private final ProblemCollector problems;
  private boolean isPost;
  private Duration interval = ServerConfig.PERIODIC_JOB;

  private JobControllerFile(ProblemCollector problems) {
    this.problems = problems;
  }

  /** Returns the interval of the periodic job, or the default when the file does not name one. */
  static Duration periodicJob(Path directory, ProblemCollector problems) {
    var file = new JobControllerFile(problems);
    if (Files.exists(directory.resolve(FILE))) {
      new SourceFile(directory, problems)
          .read(FILE).stream().filter(line -> !line.isBlank()).forEach(file::take);
    }
    return file.interval;
  }

  private void take(SourceLine line) {
    String text = line.text().strip();
    if (SECTION.matcher(text).matches()) {
      isPost = POST.matcher(text).matches();
      if (!isPost) {
        problems.warning(line, "the section '" + text + "' is not supported; it has no effect");
      }
    } else {
      OptionLine.parse(line, problems).ifPresent(this::take);
    }
  }

  private void take(OptionLine option) {
    if (isPost && option.name().equals("TIME")) {
      Optional<Duration> time = interval(option.value());
      time.ifPresentOrElse(
          found -> interval = found,
          () ->
              problems.error(
                  option.line(),
                  "time is '" + option.value() + "'; expected /HH:MM, such as /04:00"));
    } else {
      problems.warning(
          option.line(), "the option '" + option.name() + "' is not supported; it has no effect");
    }
  }

  private static Optional<Duration> interval(String value) {
    Matcher match = INTERVAL.matcher(value);
    return match.matches()
        ? Optional.of(
                Duration.ofHours(Long.parseLong(match.group(1)))
                    .plusMinutes(Long.parseLong(match.group(2))))
            .filter(time -> !time.isZero())
        : Optional.empty();
  }
}
