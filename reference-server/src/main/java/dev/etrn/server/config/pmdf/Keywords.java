package dev.etrn.server.config.pmdf;

import java.util.Locale;
import java.util.Set;

/** The channel keywords that PMDF has. */
final class Keywords {

  /** Takes the next word as its argument. */
  static final Set<String> WITH_ARGUMENT =
      Set.of(
          "daemon",
          "port",
          "sendetrn",
          "maxjobs",
          "filesperjob",
          "recipientlimit",
          "recipientcutoff",
          "transactionlimit",
          "disconnectbadcommandlimit",
          "disconnectrecipientlimit",
          "disconnectrejectlimit",
          "disconnecttransactionlimit");

  /** TLS of both sides, and AUTH of the server side; {@code may}, {@code must} or {@code no}. */
  static final Set<String> SECURITY =
      Set.of(
          "maytls",
          "maytlsserver",
          "maytlsclient",
          "musttls",
          "musttlsserver",
          "musttlsclient",
          "notls",
          "notlsserver",
          "notlsclient",
          "maysasl",
          "maysaslserver",
          "mustsasl",
          "mustsaslserver",
          "nosasl",
          "nosaslserver");

  /** Takes all numbers that follow. */
  static final String NOTICES = "notices";

  static final Set<String> ETRN = Set.of("allowetrn", "silentetrn", "domainetrn", "disableetrn");

  /** Understood here, without argument. */
  static final Set<String> PLAIN =
      Set.of(
          "blocketrn",
          "noblocketrn",
          "nosendetrn",
          "smtp",
          "mx",
          "nomx",
          "periodic",
          "immediate",
          "immnonurgent",
          "immnormal",
          "immurgent");

  /** PMDF's own, without effect here: said, never ignored in silence. Those take no argument. */
  private static final Set<String> UNSUPPORTED =
      Set.of(
          "allowswitchchannel",
          "noswitchchannel",
          "switchchannel",
          "bidirectional",
          "master",
          "slave",
          "defragment",
          "nodefragment",
          "defaultmx",
          "randommx",
          "nonrandommx",
          "defaultnameservers",
          "ehlo",
          "checkehlo",
          "noehlo",
          "eightbit",
          "eightnegotiate",
          "eightstrict",
          "sevenbit",
          "expandchannel",
          "header_733",
          "header_822",
          "header_uucp",
          "identnone",
          "identnonelimited",
          "identnonenumeric",
          "identnonesymbolic",
          "identtcp",
          "identtcplimited",
          "identtcpnumeric",
          "identtcpsymbolic",
          "inner",
          "noinner",
          "interpretencoding",
          "local",
          "localvrfy",
          "logging",
          "nologging",
          "master_debug",
          "nomaster_debug",
          "slave_debug",
          "noslave_debug",
          "maysaslclient",
          "mustsaslclient",
          "nosaslclient",
          "missingrecipientpolicy",
          "multiple",
          "single",
          "single_sys",
          "noperiodic",
          "remotehost",
          "noremotehost",
          "returnenvelope",
          "smtp_cr",
          "smtp_crlf",
          "smtp_lf",
          "smtp_crorlf",
          "nosmtp",
          "uucp",
          "validatelocalname",
          "validatelocalmsgstore",
          "validatelocalnone",
          "vrfyallow",
          "vrfydefault",
          "vrfyhide");

  /** The same, with an argument. */
  private static final Set<String> UNSUPPORTED_WITH_ARGUMENT =
      Set.of(
          "after",
          "backoff",
          "blocklimit",
          "linelimit",
          "linelength",
          "maxblocks",
          "maxlines",
          "maxprocchars",
          "nameservers",
          "nonurgentnotices",
          "normalnotices",
          "urgentnotices",
          "pool",
          "queue",
          "sourceblocklimit",
          "subdirs",
          "user",
          "interfaceaddress",
          "lastresort",
          "tlsswitchchannel",
          "saslswitchchannel");

  /** What a word is. */
  enum Kind {
    SUPPORTED,
    UNSUPPORTED,
    UNSUPPORTED_WITH_ARGUMENT,
    UNKNOWN
  }

  private Keywords() {}

  static Kind kind(String word) {
    String keyword = word.toLowerCase(Locale.ROOT);
    if (PLAIN.contains(keyword)
        || ETRN.contains(keyword)
        || SECURITY.contains(keyword)
        || WITH_ARGUMENT.contains(keyword)
        || NOTICES.equals(keyword)) {
      return Kind.SUPPORTED;
    } else if (UNSUPPORTED.contains(keyword)) {
      return Kind.UNSUPPORTED;
    }
    return UNSUPPORTED_WITH_ARGUMENT.contains(keyword)
        ? Kind.UNSUPPORTED_WITH_ARGUMENT
        : Kind.UNKNOWN;
  }
}
