package dev.etrn.suites.cases.keywords;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.Set;

/** The names of SMTP service extensions that are registered (RFC 5321 section 2.2.2). */
final class RegisteredKeywords {

  private static final Set<String> REGISTERED =
      Set.of(
          "8BITMIME",
          "ATRN",
          "AUTH",
          "BINARYMIME",
          "BURL",
          "CHECKPOINT",
          "CHUNKING",
          "CONNEG",
          "CONPERM",
          "DELIVERBY",
          "DSN",
          "ENHANCEDSTATUSCODES",
          "ETRN",
          "EXPN",
          "FUTURERELEASE",
          "HELP",
          "LIMITS",
          "MT-PRIORITY",
          "MTRK",
          "NO-SOLICITING",
          "ONEX",
          "PIPELINING",
          "REQUIRETLS",
          "RRVS",
          "SAML",
          "SEND",
          "SIZE",
          "SMTPUTF8",
          "SOML",
          "STARTTLS",
          "SUBMITTER",
          "TURN",
          "UTF8SMTP",
          "VERB",
          "VRFY");

  private RegisteredKeywords() {}

  static List<Finding> judge(Transcript transcript) {
    List<String> keywords = Dialogue.first(transcript).keywords();
    List<String> unregistered =
        keywords.stream().filter(k -> !k.startsWith("X") && !REGISTERED.contains(k)).toList();
    return List.of(
        unregistered.isEmpty()
            ? Finding.kept("SMTP-006", "registered or private: " + keywords)
            : Finding.doubtful("SMTP-006", "not registered: " + unregistered));
  }
}
