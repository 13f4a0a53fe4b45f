package dev.etrn.load.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StepTimesTest {

  private static final StepTag ETRN = StepTag.parse("partners.ETRN.250");

  @TempDir private Path directory = Path.of("");

  @Test
  void holdWhatWasRecordedByTag() throws IOException {
    StepTimes times = StepTimes.read(List.of(log("one", 1_000_000, 2_000_000)));
    assertThat(times.tags()).containsExactly(ETRN);
    assertThat(times.count(StepTag::isPositive)).isEqualTo(2);
    assertThat(times.count(tag -> tag.hasCode(458))).isZero();
    assertThat(times.seconds()).startsWith(0L);
  }

  @Test
  void ofSeveralInjectorsAreAsIfOneHadRecordedThemAll() throws IOException {
    StepTimes merged =
        StepTimes.read(List.of(log("one", 1_000_000, 2_000_000), log("two", 3_000_000)));
    StepTimes single = StepTimes.read(List.of(log("all", 1_000_000, 2_000_000, 3_000_000)));
    for (double percentile : new double[] {0, 33, 50, 66, 99, 100}) {
      assertThat(merged.matching(tag -> true).getValueAtPercentile(percentile))
          .isEqualTo(single.matching(tag -> true).getValueAtPercentile(percentile));
    }
    assertThat(merged.count(tag -> true)).isEqualTo(3);
  }

  @Property(tries = 20)
  void mergeWithoutLoss(
      @ForAll @Size(min = 1, max = 6)
          List<@Size(max = 40) List<@LongRange(max = 5_000_000_000L) Long>> injectors)
      throws IOException {
    var logs = new ArrayList<StepTimes>();
    var expected = new Histogram(IntervalLog.DIGITS);
    for (List<Long> values : injectors) {
      values.forEach(expected::recordValue);
      Path file = Files.createTempFile("step-times", ".hlog");
      logs.add(StepTimes.read(List.of(log(file, values))));
      Files.delete(file);
    }
    StepTimes merged = StepTimes.merged(logs);
    assertThat(merged.total(ETRN)).isEqualTo(expected);
    assertThat(merged.between(0, Long.MAX_VALUE, tag -> true)).isEqualTo(expected);
  }

  @Test
  void keepThreeDigits() throws IOException {
    StepTimes times = StepTimes.read(List.of(log("one", 123_456_789)));
    assertThat(times.matching(tag -> true).getMaxValue()).isBetween(123_300_000L, 123_600_000L);
  }

  @Test
  void sayWhichTagTheyDoNotKnow() throws IOException {
    Path log = log("one", 1_000_000);
    Files.writeString(log, Files.readString(log).replace("ETRN", "VRFY"));
    assertThatThrownBy(() -> StepTimes.read(List.of(log)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "one.hlog has the tag 'partners.VRFY.250', which this version of etrn does not know:"
                + " use the version that wrote it");
  }

  private Path log(String name, long... nanos) throws IOException {
    return log(directory.resolve(name + ".hlog"), LongStream.of(nanos).boxed().toList());
  }

  private static Path log(Path file, List<Long> nanos) throws IOException {
    try (var log = new IntervalLog(file, System.currentTimeMillis())) {
      nanos.forEach(value -> log.record(ETRN, value));
    }
    return file;
  }
}
