package dev.etrn.suites.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check that the code in {@code docs/library.md} is the code that is compiled and run. */
class LibraryGuideTest {

  private static final Path EXAMPLE = Path.of("src/test/java/dev/etrn/suites/tck/example");

  @ParameterizedTest
  @ValueSource(strings = {"MyServer", "MyServerConformanceTest"})
  void showsTheExampleAsItIs(String name) throws IOException {
    String guide = Files.readString(Path.of("docs/library.md"));
    String source = Files.readString(EXAMPLE.resolve(name + ".java"));
    assertThat(guide).contains("<!-- " + name + " -->\n```java\n" + source + "```\n");
  }
}
