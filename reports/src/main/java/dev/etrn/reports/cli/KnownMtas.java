package dev.etrn.reports.cli;

import dev.etrn.suites.target.TargetSpec;
import java.util.Iterator;

/** The names of known MTAs, for texts of help. */
final class KnownMtas implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return TargetSpec.knownMtas().iterator();
  }
}
