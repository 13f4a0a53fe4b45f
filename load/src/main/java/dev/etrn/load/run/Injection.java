package dev.etrn.load.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.etrn.load.conformance.Conformance;
import dev.etrn.load.conformance.ConformanceFile;
import dev.etrn.load.exchanger.Token;
import dev.etrn.load.measure.StepTimes;
import dev.etrn.load.release.Asked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What all injectors of a run did, together.
 *
 * @param taken messages that the target took over
 * @param possible messages whose last reply was not seen
 * @param conformance what the sessions of the sample showed
 */
record Injection(
    List<InjectorSummary> summaries,
    StepTimes times,
    List<Asked> asked,
    List<Token> taken,
    List<String> possible,
    Conformance conformance) {

  /**
   * @param out where transcripts of sessions that show a breach go
   * @throws IOException when one of them did not come to its end; a lost injector is reported, not
   *     averaged away
   */
  static Injection read(List<InjectorFiles> injectors, Path out) throws IOException {
    var json = new ObjectMapper();
    var summaries = new ArrayList<InjectorSummary>();
    var asked = new ArrayList<Asked>();
    var taken = new ArrayList<Token>();
    var possible = new ArrayList<String>();
    var samples = new ArrayList<Conformance>();
    for (InjectorFiles files : injectors) {
      if (Files.exists(files.failure())) {
        throw new IOException(Files.readString(files.failure()));
      }
      if (!Files.exists(files.summary())) {
        throw new IOException("an injector did not come to its end; see " + files.log());
      }
      summaries.add(json.readValue(files.summary().toFile(), InjectorSummary.class));
      lines(files.asked(), 3).forEach(at -> asked.add(asked(at)));
      lines(files.sent(), 2).forEach(at -> sent(at, taken, possible));
      samples.add(sample(files, out));
    }
    StepTimes times = StepTimes.read(injectors.stream().map(InjectorFiles::times).toList());
    return new Injection(summaries, times, asked, taken, possible, Conformance.of(samples));
  }

  /** Why it ended before its time; the empty string when it did not. */
  String cut() {
    return summaries.stream()
        .map(InjectorSummary::cut)
        .filter(why -> !why.isEmpty())
        .findFirst()
        .orElse("");
  }

  long began() {
    return summaries.stream().mapToLong(InjectorSummary::began).sum();
  }

  long ended() {
    return summaries.stream().mapToLong(InjectorSummary::ended).sum();
  }

  private static Conformance sample(InjectorFiles files, Path out) throws IOException {
    return ConformanceFile.collect(
        ConformanceFile.read(files.sample()),
        String.valueOf(files.directory().getFileName()),
        files.transcripts(),
        out);
  }

  private static Asked asked(String[] cells) {
    return new Asked(cells[0], Long.parseLong(cells[1]), Boolean.parseBoolean(cells[2]));
  }

  private static void sent(String[] cells, List<Token> taken, List<String> possible) {
    String node = Token.nodeOf(cells[0]);
    if (Boolean.parseBoolean(cells[1])) {
      taken.add(new Token(node, cells[0].substring(node.length() + 1)));
    } else {
      possible.add(cells[0]);
    }
  }

  private static List<String[]> lines(Path file, int cells) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(line -> line.split(",")).filter(at -> at.length == cells).toList();
    }
  }
}
