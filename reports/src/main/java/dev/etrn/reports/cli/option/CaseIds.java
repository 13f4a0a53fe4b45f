package dev.etrn.reports.cli.option;

import dev.etrn.suites.Cases;
import java.util.Iterator;

/** The ids of all cases, for shell completion. */
public final class CaseIds implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Cases.ofBothSides().stream().map(testCase -> testCase.info().id()).iterator();
  }
}
