package dev.etrn.suites.targets.profile;

/** A secret that no message, log or transcript shows. */
public final class Password {

  private final String text;

  private Password(String text) {
    this.text = text;
  }

  public static Password of(String text) {
    return new Password(text);
  }

  /** Returns the password itself, for the wire. */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Password that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "****";
  }
}
