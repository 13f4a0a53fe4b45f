package dev.etrn.reports.cli.verify;

import dev.etrn.suites.resolution.TargetResolver;
import java.util.Iterator;

/** The names of known MTAs, for help texts. */
final class MtaNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return TargetResolver.knownMtas().iterator();
  }
}
