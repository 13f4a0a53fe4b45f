package dev.etrn.load.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SimulationsDocTest {

  private static final String BEGIN = "<!-- PartnersSimulation.java -->\n```java\n";

  @Test
  void showsTheExampleThatTheBuildRuns() throws IOException {
    String doc = Files.readString(Path.of("docs/simulations.md"));
    int start = doc.indexOf(BEGIN) + BEGIN.length();
    assertThat(doc).contains(BEGIN);
    assertThat(doc.substring(start, doc.indexOf("\n```", start) + 1))
        .isEqualTo(
            Files.readString(
                Path.of("src/test/java/dev/etrn/load/example/PartnersSimulation.java")));
  }
}
