package dev.etrn.suites.target;

/** What the user configured cannot be used; the message says in one sentence what to do. */
public final class ConfigurationError extends Exception {

  private static final long serialVersionUID = 1L;

  public ConfigurationError(String message) {
    super(message);
  }
}
