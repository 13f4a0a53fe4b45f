package dev.etrn.reports.cli.option;

import dev.etrn.suites.resolution.TargetResolver;
import java.util.Iterator;
import java.util.stream.Stream;

/** The names that {@code --target} takes, for help and shell completion. */
final class TargetNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    Stream<String> mtas = TargetResolver.knownMtas().stream().map(name -> "mta:" + name);
    return Stream.concat(Stream.of("embedded"), mtas).iterator();
  }
}
