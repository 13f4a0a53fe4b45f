package dev.etrn.reports.cli.load;

import dev.etrn.load.scenario.Scenario;
import java.util.Arrays;
import java.util.Iterator;

/** The names of the load scenarios, for shell completion. */
final class ScenarioNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Arrays.stream(Scenario.values()).map(Scenario::title).iterator();
  }
}
