package dev.etrn.suites.targets.profile;

import java.util.Locale;

/** The use of TLS at the target ({@code target.tls}). */
public enum TlsUse {
  /** Unknown before the target is asked; becomes {@link #STARTTLS} where that is announced. */
  AUTO,
  /** Cases do not use TLS. */
  NONE,
  /** The target offers STARTTLS: cases about TLS use it, the others do without. */
  STARTTLS,
  /** The target wants STARTTLS before anything else: every session begins with it. */
  REQUIRED,
  /** Every connection is encrypted from its first octet, and STARTTLS is not offered. */
  IMPLICIT;

  /** Returns true if the target offers STARTTLS, or may. */
  public boolean isOffered() {
    return this == AUTO || this == STARTTLS || this == REQUIRED;
  }

  /** Returns the word for this use in etrn.yaml and in transcripts. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
