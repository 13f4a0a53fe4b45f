package dev.etrn.suites.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.etrn.suites.transcript.text.TranscriptText;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {

  private static final Path RECORDINGS = Path.of("src/test/resources/dev/etrn/suites/cases");
  private static final String HEAD = "etrn-transcript 1\ncase x\n";

  @Test
  void knowsEveryFactOfEveryRecording() throws IOException {
    assertThat(recordings())
        .hasSizeGreaterThan(200)
        .allSatisfy(
            (recording) ->
                assertThat(recording.all(Event.Fact.class))
                    .allSatisfy(fact -> assertThat(Facts.named(fact.name())).isPresent()));
  }

  @Test
  void writesEveryFactAsItWasRecorded() throws IOException {
    for (Transcript recording : recordings()) {
      assertThat(recording.all(Event.Fact.class))
          .allSatisfy(
              fact ->
                  assertThat(copy(Facts.named(fact.name()).orElseThrow(), fact)).isEqualTo(fact));
    }
  }

  @Test
  void listsEveryConstant() throws IllegalAccessException {
    var constants = new ArrayList<Object>();
    for (Field field : Facts.class.getFields()) {
      constants.add(field.get(null));
    }
    assertThat(Facts.all()).hasSizeGreaterThan(40).hasSameElementsAs(keys(constants));
  }

  @Test
  void keepsAFactThatItDoesNotKnow() {
    String text = HEAD + "+0.000000001 -- fact node.future any\\x20value at all\n";
    assertThat(Facts.named("node.future")).isEmpty();
    assertThat(TranscriptText.write(TranscriptText.parse(text))).contains("fact node.future any");
  }

  @Test
  void givesTheValueOfTheFirstFact() {
    var transcript =
        new Transcript(
            "x",
            List.of(
                Facts.WITHIN.at(1, Duration.ofSeconds(3)),
                Facts.WITHIN.at(2, Duration.ofSeconds(9)),
                Facts.MINIMAL.at(3, true)));
    assertThat(transcript.fact(Facts.WITHIN)).contains(Duration.ofSeconds(3));
    assertThat(transcript.fact(Facts.MINIMAL)).contains(true);
    assertThat(transcript.fact(Facts.ETRN_LIMIT)).isEmpty();
  }

  @Test
  void namesTheEndThatWroteMoreThanWasRecorded() {
    Event.Fact flooded = Facts.flooded(new End(End.Side.CLIENT, 2)).at(1, "more");
    assertThat(flooded.name()).isEqualTo("flooded.C2");
    assertThat(Facts.named(flooded.name())).isPresent();
    assertThat(Facts.floodedEnd(flooded)).contains("C2");
    assertThat(Facts.floodedEnd(Facts.DEFECT.at(1, "flooded.C2"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "within|3 s|a time such as 3000 ms",
        "within|x ms|a time such as 3000 ms",
        "limit.etrns|many|a whole number",
        "target.minimal|yes|true or false",
        "link.broken|X9|an end such as S1",
      })
  void rejectsAValueOfAnotherForm(String name, String value, String form) {
    String text = HEAD + "+0.000000001 -- fact " + name + " " + value + "\n";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TranscriptText.parse(text))
        .withMessage(
            "not a readable transcript: the fact "
                + name
                + " is '"
                + value
                + "' and must be "
                + form);
  }

  private static <T> Event.Fact copy(FactKey<T> key, Event.Fact fact) {
    return key.at(fact.nanos(), key.valueOf(fact));
  }

  private static List<FactKey<?>> keys(List<Object> constants) {
    var keys = new ArrayList<FactKey<?>>();
    constants.forEach(constant -> keys.add((FactKey<?>) constant));
    return keys;
  }

  private static List<Transcript> recordings() throws IOException {
    var transcripts = new ArrayList<Transcript>();
    try (Stream<Path> files = Files.walk(RECORDINGS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file);
        if (text.startsWith("etrn-transcript ")) {
          transcripts.add(TranscriptText.parse(text));
        }
      }
    }
    return transcripts;
  }
}
