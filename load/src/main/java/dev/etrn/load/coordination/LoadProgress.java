package dev.etrn.load.coordination;

/** Is told how a run goes on. */
public interface LoadProgress {

  /** Something begins, such as handing mail in. */
  void begins(String what);

  /**
   * Once a second while load is made.
   *
   * @param line what the injector says
   */
  void goesOn(String line);
}
