package dev.etrn.suites.config;

/**
 * The error of a configuration that cannot be used; the message says in one sentence what to do.
 */
public final class HarnessConfigurationException extends Exception {

  private static final long serialVersionUID = 1L;

  public HarnessConfigurationException(String message) {
    super(message);
  }
}
