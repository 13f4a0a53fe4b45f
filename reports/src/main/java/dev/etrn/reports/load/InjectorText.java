package dev.etrn.reports.load;

import dev.etrn.load.coordination.InjectorReport;
import dev.etrn.reports.load.figures.Amount;
import java.util.List;
import java.util.Locale;

/** A line for each of several injectors. */
final class InjectorText {

  private InjectorText() {}

  /** Empty when there was only one, whose numbers are those of the run. */
  static List<String> of(List<InjectorReport> injectors) {
    return injectors.size() < 2 ? List.of() : injectors.stream().map(InjectorText::line).toList();
  }

  private static String line(InjectorReport one) {
    if (!(one instanceof InjectorReport.Ended ended)) {
      return one.shard() + ": lost";
    }
    String lag =
        ended.lagNanos() == 0
            ? ""
            : "99 % began within " + Amount.time(ended.lagNanos()) + " of their time, ";
    return String.format(
        Locale.ROOT,
        "%s: %,d sessions, %sthe first %s after the start",
        one.shard(),
        ended.summary().began(),
        lag,
        Amount.time(ended.summary().lateNanos()));
  }
}
