package dev.etrn.reports.cli;

import dev.etrn.suites.target.TargetSpec;
import java.util.Iterator;
import java.util.stream.Stream;

/** What {@code --target} takes beside an address and an image, for help and for shells. */
final class KnownTargets implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    Stream<String> mtas = TargetSpec.knownMtas().stream().map(name -> "mta:" + name);
    return Stream.concat(Stream.of("embedded"), mtas).iterator();
  }
}
