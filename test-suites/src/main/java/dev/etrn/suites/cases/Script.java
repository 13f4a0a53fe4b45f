package dev.etrn.suites.cases;

/** The wire steps of a case. A script never judges; it only acts and lets the recorder see. */
@FunctionalInterface
public interface Script {
  void play(Stage stage) throws InterruptedException;
}
