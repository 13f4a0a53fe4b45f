package dev.etrn.server.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The comparison of several subjects, measured in turn, round by round. It prints the medians, and
 * the medians of the first subject's ratios to each of the others.
 *
 * <p>Rounds in which other processes used the machine are dropped and repeated, up to a bound; if
 * fewer than three are left, all of them count, and the result says so.
 */
final class Comparison {

  private static final int ROUNDS = Integer.getInteger("rounds", 7);
  private static final int FEWEST = 3;
  private static final double QUIET = 0.3;

  private final PrintStream out;
  private final OtherCpuUse others;

  Comparison(PrintStream out, OtherCpuUse others) {
    this.out = out;
    this.others = others;
  }

  /**
   * Runs the comparison, and prints each round and the result.
   *
   * @param title the title, with the unit
   * @param subjects the subjects, ours first
   */
  void run(String title, ComparisonSubject... subjects) throws Exception {
    run(title, QUIET, subjects);
  }

  /** Runs a comparison in CPU time, which keeps every round, whatever else the machine does. */
  void runAmidOthers(String title, ComparisonSubject... subjects) throws Exception {
    run(title, Double.MAX_VALUE, subjects);
  }

  private void run(String title, double mostCores, ComparisonSubject... subjects) throws Exception {
    out.printf("%n%s%n", title);
    for (ComparisonSubject subject : subjects) {
      double unused = subject.measurement().make();
    }
    var quiet = new ArrayList<double[]>();
    var rounds = new ArrayList<double[]>();
    while (quiet.size() < ROUNDS && rounds.size() < 2 * ROUNDS) {
      others.begin();
      double[] round = new double[subjects.length];
      for (int i = 0; i < subjects.length; i++) {
        round[i] = subjects[i].measurement().make();
      }
      double cores = others.cores();
      rounds.add(round);
      if (cores <= mostCores) {
        quiet.add(round);
      }
      printRound(subjects, round, cores, cores > mostCores);
    }
    boolean isQuiet = quiet.size() >= FEWEST;
    printResult(subjects, isQuiet ? quiet : rounds);
    if (!isQuiet) {
      out.println("  THE MACHINE WAS NOT QUIET: other processes took part in most rounds");
    }
  }

  private void printRound(
      ComparisonSubject[] subjects, double[] round, double cores, boolean isDropped) {
    var line = new StringBuilder("  ");
    for (int i = 0; i < subjects.length; i++) {
      line.append(String.format(Locale.ROOT, "%s %,.1f   ", subjects[i].name(), round[i]));
    }
    line.append(String.format(Locale.ROOT, "others %.2f cores", cores));
    out.println(line.append(isDropped ? ", dropped" : ""));
  }

  private void printResult(ComparisonSubject[] subjects, List<double[]> rounds) {
    for (int i = 0; i < subjects.length; i++) {
      int subject = i;
      out.printf(
          Locale.ROOT,
          "  median of %d rounds: %s %,.1f%n",
          rounds.size(),
          subjects[i].name(),
          median(rounds.stream().mapToDouble(round -> round[subject]).toArray()));
    }
    IntStream.range(1, subjects.length)
        .forEach(
            i ->
                out.printf(
                    Locale.ROOT,
                    "  median of the ratios %s / %s: %.2f%n",
                    subjects[0].name(),
                    subjects[i].name(),
                    median(rounds.stream().mapToDouble(round -> round[0] / round[i]).toArray())));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
