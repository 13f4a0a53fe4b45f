package dev.etrn.reports.load;

import dev.etrn.load.coordination.InjectorReport;
import dev.etrn.reports.load.figures.Amount;
import java.util.List;
import java.util.Locale;

/** The lines about the injectors of a load run. */
final class InjectorText {

  private InjectorText() {}

  /** Returns a line for each; none if there was only one, whose numbers are those of the run. */
  static List<String> of(List<InjectorReport> injectors) {
    return injectors.size() < 2 ? List.of() : injectors.stream().map(InjectorText::line).toList();
  }

  private static String line(InjectorReport injector) {
    if (!(injector instanceof InjectorReport.Ended ended)) {
      return injector.shard() + ": lost";
    }
    String lag =
        ended.lagNanos() == 0
            ? ""
            : "99 % began within " + Amount.time(ended.lagNanos()) + " of their time, ";
    return String.format(
        Locale.ROOT,
        "%s: %,d sessions, %sthe first %s after the start",
        injector.shard(),
        ended.summary().began(),
        lag,
        Amount.time(ended.summary().lateNanos()));
  }
}
