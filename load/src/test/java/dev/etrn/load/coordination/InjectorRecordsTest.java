package dev.etrn.load.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.etrn.load.measure.IntervalLog;
import dev.etrn.load.measure.StepTag;
import dev.etrn.load.release.SentEtrn;
import dev.etrn.load.shard.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests with the records of three injectors, each of two ETRNs and one message. */
class InjectorRecordsTest {

  private static final StepTag ETRN = StepTag.parse("partners.ETRN.250");

  @TempDir private Path directory = Path.of("");

  private Rendezvous rendezvous = new Rendezvous(Path.of(""));

  @BeforeEach
  void record() throws IOException {
    rendezvous = new Rendezvous(directory);
    for (int index = 1; index <= 3; index++) {
      record(index, 0);
    }
  }

  @Test
  void addsUpWhatAllDid() throws IOException {
    InjectorRecords records = read();
    assertThat(records.objections()).isEmpty();
    assertThat(records.began()).isEqualTo(6);
    assertThat(records.ended()).isEqualTo(6);
    assertThat(records.asked())
        .extracting(SentEtrn::node)
        .containsExactly(
            "a1.example", "b1.example", "a2.example", "b2.example", "a3.example", "b3.example");
    assertThat(records.taken())
        .extracting(token -> token.text())
        .containsExactly("a1.example/1", "a2.example/2", "a3.example/3");
    assertThat(records.times().total(ETRN).getTotalCount()).isEqualTo(6);
  }

  @Test
  void lastsFromTheFirstSessionOfAllToTheLastReplyOfAll() throws IOException {
    assertThat(read().seconds()).isEqualTo(0.45);
  }

  @Test
  void lastsNoTimeWhereNobodyBegan() {
    assertThat(InjectorRecords.calledOff(List.of(new Shard(1, 2)), "look").seconds()).isZero();
  }

  @Test
  void namesTheOneWithoutARecordAndCountsNothingOfIt() throws IOException {
    Files.delete(rendezvous.injector(2).summary());
    InjectorRecords records = read();
    assertThat(records.objections())
        .containsExactly("injector 2 of 3 is lost: it left no record; look");
    assertThat(records.began()).isEqualTo(4);
    assertThat(records.asked()).hasSize(4).noneMatch(etrn -> etrn.node().contains("2"));
    assertThat(records.times().total(ETRN).getTotalCount()).isEqualTo(4);
    assertThat(records.reports()).hasSize(3);
  }

  @Test
  void namesTheOneWhoseRecordIsNotWhole() throws IOException {
    Path etrns = rendezvous.injector(3).asked();
    Files.writeString(etrns, Files.readAllLines(etrns).get(0) + "\n");
    assertThat(read().objections())
        .containsExactly("injector 3 of 3 is lost: of 2 lines of asked.csv 1 are there; look");
  }

  @Test
  void namesTheOneWhoseLogIsCutOff() throws IOException {
    Path log = rendezvous.injector(1).times();
    String text = Files.readString(log);
    Files.writeString(log, text.substring(0, text.length() - 10));
    assertThat(read().objections())
        .singleElement()
        .asString()
        .startsWith("injector 1 of 3 is lost: injector.hlog cannot be read");
  }

  @Test
  void namesTheOneWhoseLogLostSteps() throws IOException {
    record(2, 0);
    try (var log = new IntervalLog(rendezvous.injector(2).times(), 0)) {
      log.record(ETRN, 1);
    }
    assertThat(read().objections())
        .containsExactly("of 2 steps of injector 2 of 3 1 are in its log");
  }

  @Test
  void namesTheOneThatBeganLate() throws IOException {
    record(1, 3_200_000_000L);
    assertThat(read().objections())
        .singleElement()
        .asString()
        .startsWith("injector 1 of 3 began 3200 ms late: ");
  }

  private InjectorRecords read() throws IOException {
    return InjectorRecords.read(rendezvous, 3, "look");
  }

  private void record(int index, long lateNanos) throws IOException {
    InjectorFiles files = rendezvous.injector(index);
    Files.createDirectories(files.directory());
    try (var log = new IntervalLog(files.times(), System.currentTimeMillis())) {
      log.record(ETRN, index * 1_000_000L);
      log.record(ETRN, index * 2_000_000L);
      log.record(StepTag.ofLag("partners"), 1000);
    }
    Files.writeString(
        files.asked(), "a" + index + ".example,17,true\n" + "b" + index + ".example,18,false\n");
    Files.writeString(files.sent(), "a" + index + ".example/" + index + ",true\n");
    long began = index * 100_000_000L;
    var summary = new InjectorSummary(lateNanos, began, began + 250_000_000, 2, 2, 2, 2, 1, 0, "");
    Files.writeString(files.summary(), new ObjectMapper().writeValueAsString(summary));
  }
}
