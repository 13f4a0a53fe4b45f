package dev.etrn.server.benchmark;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Measures several subjects in turn, round by round, and tells the medians and the medians of the
 * first one's ratios to each of the others.
 *
 * <p>Rounds in which other processes used the machine are dropped, and made again up to a bound; if
 * fewer than three are left then, all of them count, and the result says so.
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
   * Prints each round, and what comes of them.
   *
   * @param title with the unit
   * @param subjects ours first
   */
  void run(String title, ComparisonSubject... subjects) throws Exception {
    run(title, QUIET, subjects);
  }

  /** For what is measured in CPU: keeps every round, whatever else the machine does. */
  void runAmidOthers(String title, ComparisonSubject... subjects) throws Exception {
    run(title, Double.MAX_VALUE, subjects);
  }

  private void run(String title, double mostCores, ComparisonSubject... subjects) throws Exception {
    out.printf("%n%s%n", title);
    for (ComparisonSubject subject : subjects) {
      double unused = subject.measurement().make();
    }
    var quiet = new ArrayList<double[]>();
    var all = new ArrayList<double[]>();
    while (quiet.size() < ROUNDS && all.size() < 2 * ROUNDS) {
      others.begin();
      double[] round = new double[subjects.length];
      for (int i = 0; i < subjects.length; i++) {
        round[i] = subjects[i].measurement().make();
      }
      double cores = others.cores();
      all.add(round);
      if (cores <= mostCores) {
        quiet.add(round);
      }
      tell(subjects, round, cores, cores > mostCores);
    }
    boolean isQuiet = quiet.size() >= FEWEST;
    conclude(subjects, isQuiet ? quiet : all);
    if (!isQuiet) {
      out.println("  THE MACHINE WAS NOT QUIET: other processes took part in most rounds");
    }
  }

  private void tell(ComparisonSubject[] subjects, double[] round, double cores, boolean isDropped) {
    var line = new StringBuilder("  ");
    for (int i = 0; i < subjects.length; i++) {
      line.append(String.format(Locale.ROOT, "%s %,.1f   ", subjects[i].name(), round[i]));
    }
    line.append(String.format(Locale.ROOT, "others %.2f cores", cores));
    out.println(line.append(isDropped ? ", dropped" : ""));
  }

  private void conclude(ComparisonSubject[] subjects, List<double[]> rounds) {
    for (int i = 0; i < subjects.length; i++) {
      int subject = i;
      out.printf(
          Locale.ROOT,
          "  median of %d rounds: %s %,.1f%n",
          rounds.size(),
          subjects[i].name(),
          median(rounds.stream().mapToDouble(r -> r[subject]).toArray()));
    }
    IntStream.range(1, subjects.length)
        .forEach(
            i ->
                out.printf(
                    Locale.ROOT,
                    "  median of the ratios %s / %s: %.2f%n",
                    subjects[0].name(),
                    subjects[i].name(),
                    median(rounds.stream().mapToDouble(r -> r[0] / r[i]).toArray())));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
