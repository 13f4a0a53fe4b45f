package dev.etrn.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first words of Javadoc: they name a role, instead of asking a question about it. */
class JavadocTest {

  private static final Pattern QUESTION =
      Pattern.compile(
          "/\\*\\*\\s+(?:\\*\\s+)?(?:What|How|Which|Who|Whether|Where|When|Those)\\b[^\\n]*");

  @ParameterizedTest
  @ValueSource(strings = {"reference-server", "test-suites", "load", "reports"})
  void beginsWithARole(String module) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(questions(file)).as(file.toString()).isEmpty());
    }
  }

  private static List<String> questions(Path file) throws IOException {
    return QUESTION.matcher(Files.readString(file)).results().map(MatchResult::group).toList();
  }
}
