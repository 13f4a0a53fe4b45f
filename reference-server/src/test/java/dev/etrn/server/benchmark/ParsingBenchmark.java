package dev.etrn.server.benchmark;

import dev.etrn.server.smtp.dialogue.SmtpCommand;
import dev.etrn.server.smtp.verb.CommandParser;
import dev.etrn.server.wire.LineFramer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** The benchmark of framing, from octets to lines, and of parsing, from a line to a command. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ParsingBenchmark {

  private static final int LINES = 100;

  /** A line to parse. */
  @State(Scope.Thread)
  public static class Line {
    @Param({"ETRN branch.example", "MAIL FROM:<sender@hub.example> SIZE=1024", "BOGUS"})
    String text = "";
  }

  private final byte[] pipelined =
      "ETRN branch.example\r\n".repeat(LINES).getBytes(StandardCharsets.US_ASCII);
  private final LineFramer framer = new LineFramer();

  @Benchmark
  public SmtpCommand parse(Line line) {
    return CommandParser.parse(line.text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Measures framing, for each line. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public int frame(Blackhole hole) {
    return framer.read(pipelined, 0, pipelined.length, new Consumer(hole));
  }

  /** Measures framing of input that a packet cuts inside a line, for each line. */
  @Benchmark
  @OperationsPerInvocation(LINES)
  public int frameInTwoPieces(Blackhole hole) {
    var lines = new Consumer(hole);
    int cut = pipelined.length / 2 + 5;
    return framer.read(pipelined, 0, cut, lines)
        + framer.read(pipelined, cut, pipelined.length, lines);
  }

  private record Consumer(Blackhole hole) implements LineFramer.Lines {
    @Override
    public void line(byte[] octets) {
      hole.consume(octets);
    }

    @Override
    public void tooLong() {
      throw new IllegalStateException("no line is too long");
    }

    @Override
    public boolean isFull() {
      return false;
    }
  }
}
