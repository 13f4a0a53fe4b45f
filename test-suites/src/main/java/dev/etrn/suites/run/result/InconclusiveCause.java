package dev.etrn.suites.run.result;

/**
 * The common cause of inconclusive results: their text without parts that differ from case to case,
 * such as names, counts and numbers of connections.
 */
public final class InconclusiveCause {

  private InconclusiveCause() {}

  /** Returns a text that is the same for results with the same cause. */
  public static String of(String observed) {
    return observed
        .replaceAll("'ETRN[^']*'", "ETRN")
        .replaceAll("\\b[CSP][0-9]+\\b", "N")
        .replaceAll("[A-Za-z0-9_.+-]*@[A-Za-z0-9.-]+", "A")
        .replaceAll("\\b(?![1-5][0-9][0-9]\\b)[0-9]+\\b", "N")
        .replaceAll("; tried again.*", "");
  }
}
