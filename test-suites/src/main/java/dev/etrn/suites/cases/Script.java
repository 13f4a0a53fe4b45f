package dev.etrn.suites.cases;

/** The wire steps of a case. A script never judges: it acts, and the recorder records. */
@FunctionalInterface
public interface Script {
  void play(Stage stage) throws InterruptedException;
}
