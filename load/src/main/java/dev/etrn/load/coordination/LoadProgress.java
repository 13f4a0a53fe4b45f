package dev.etrn.load.coordination;

/** A listener for the progress of a run. */
public interface LoadProgress {

  /** Called when an activity begins, such as handing mail in. */
  void begins(String activity);

  /**
   * Called once a second while load is made.
   *
   * @param line a line of the injector's output
   */
  void goesOn(String line);
}
