package dev.etrn.suites.target;

/** What the configuration says of TLS at the target ({@code target.tls}). */
public enum TlsUse {
  /** Cases do without. */
  NONE,
  /** The target offers STARTTLS: cases about TLS use it, the others do without. */
  STARTTLS,
  /** The target wants TLS before anything else: every session begins with it. */
  REQUIRED
}
