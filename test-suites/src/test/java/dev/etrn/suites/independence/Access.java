package dev.etrn.suites.independence;

/**
 * The conditions under which a plain server accepts ETRN and mail.
 *
 * @param listsWithoutAuth true if EHLO lists ETRN before AUTH
 * @param wantsAuth true if ETRN and MAIL get 530 before AUTH
 * @param mechanism the mechanisms of AUTH; empty for none
 * @param authInTlsOnly true if AUTH is there only inside TLS
 * @param tls true if STARTTLS is there
 * @param listsWithoutTls true if ETRN is listed and done outside TLS
 * @param implicitTls true if TLS begins with the first octet
 */
record Access(
    boolean listsWithoutAuth,
    boolean wantsAuth,
    String mechanism,
    boolean authInTlsOnly,
    boolean tls,
    boolean listsWithoutTls,
    boolean implicitTls) {

  static final String USER = "branch";
  static final String PASSWORD = "a password that nobody may see";

  static final Access OPEN = new Access(true, false, "", false, false, true, false);
  static final Access ETRN_WANTS_AUTH = new Access(true, true, "PLAIN", false, false, true, false);
  static final Access ETRN_WANTS_LOGIN = new Access(true, true, "LOGIN", false, false, true, false);
  static final Access ETRN_LISTED_AFTER_AUTH =
      new Access(false, true, "PLAIN LOGIN", false, false, true, false);
  static final Access AUTH_BEHIND_TLS = new Access(true, true, "PLAIN", true, true, true, false);
  static final Access ETRN_IN_TLS = new Access(true, false, "", false, true, false, false);
  static final Access IMPLICIT_TLS = new Access(true, false, "", false, false, true, true);
}
