package dev.etrn.load.run;

import dev.etrn.load.coordination.LoadProgress;

/** A progress listener that ignores everything. */
final class SilentProgress implements LoadProgress {
  @Override
  public void begins(String activity) {}

  @Override
  public void goesOn(String line) {}
}
