package dev.etrn.suites.transcript.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptTextTest {

  private static final End CLIENT = new End(End.Side.CLIENT, 1);

  @Test
  void isReadable() {
    var transcript =
        new Transcript(
            "etrn.reply.no-argument",
            List.of(
                new Event.Step(1_000, CLIENT, "etrn"),
                new Event.Sent(1_500, CLIENT, Octets.of("ETRN\r\n")),
                new Event.Received(2_000_000, CLIENT, Octets.of("500 \u001B[31m\r\n"))));
    assertThat(TranscriptText.write(transcript))
        .isEqualTo(
            """
            etrn-transcript 1
            case etrn.reply.no-argument
            +0.000001000 C1 step etrn
            +0.000001500 C1 > ETRN\\r\\n
            +0.002000000 C1 < 500 \\x1B[31m\\r\\n
            """);
  }

  @Property
  void readsWhatItWrote(@ForAll("transcripts") Transcript transcript) {
    String text = TranscriptText.write(transcript);
    assertThat(TranscriptText.parse(text)).isEqualTo(transcript);
    assertThat(text).matches("[\\x20-\\x7E\n]*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nonsense", "etrn-transcript 1\ncase a\nnonsense"})
  void refusesWhatIsNoTranscript(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> TranscriptText.parse(text));
  }

  @Provide
  Arbitrary<Transcript> transcripts() {
    Arbitrary<Octets> octets = Arbitraries.strings().all().ofMaxLength(40).map(Octets::of);
    Arbitrary<Long> nanos = Arbitraries.longs().between(-5_000_000_000L, 5_000_000_000L);
    Arbitrary<End> ends =
        Combinators.combine(Arbitraries.of(End.Side.class), Arbitraries.integers().between(1, 99))
            .as(End::new);
    Arbitrary<String> texts = Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(20);
    Arbitrary<String> words = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(9);
    Arbitrary<Event> events =
        Arbitraries.oneOf(
            Combinators.combine(nanos, ends, octets).as(Event.Sent::new),
            Combinators.combine(nanos, ends, octets).as(Event.Received::new),
            Combinators.combine(nanos, ends, words).as(Event.Step::new),
            Combinators.combine(nanos, ends, words).as(Event.Unreachable::new),
            Combinators.combine(nanos, ends, words, words).as(Event.Opened::new),
            Combinators.combine(nanos, ends, Arbitraries.of(Event.Closing.class))
                .as(Event.Closed::new),
            Combinators.combine(nanos, ends, nanos).as(Event.Waited::new),
            Combinators.combine(nanos, words, words, words, octets).as(Event.Injected::new),
            Combinators.combine(nanos, words, words, words).as(Event.NotInjected::new),
            Combinators.combine(nanos, words, texts.map(String::strip)).as(Event.Fact::new));
    return Combinators.combine(words, events.list().ofMaxSize(8)).as(Transcript::new);
  }
}
