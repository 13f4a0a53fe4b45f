package dev.etrn.load.run;

import dev.etrn.load.coordination.LoadProgress;

/** Tells nobody how a run goes on. */
final class SilentProgress implements LoadProgress {
  @Override
  public void begins(String what) {}

  @Override
  public void goesOn(String line) {}
}
