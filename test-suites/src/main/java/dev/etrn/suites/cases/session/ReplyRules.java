package dev.etrn.suites.cases.session;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.PrintableText;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The rules on the shape of replies to lines that a client may send; replies to hostile input are
 * the subject of cases.
 */
final class ReplyRules {

  private static final int LONGEST_LINE = 512;

  /** The commands whose reply texts are names, or are exempt (RFC 2034 section 4). */
  private static final Set<String> WITHOUT_ENHANCED_CODE = Set.of("EHLO", "HELO", "STARTTLS");

  private ReplyRules() {}

  /** Judges SMTP-022, SMTP-023 and SMTP-027. */
  static List<Finding> form(Conversation conversation) {
    var findings = new ArrayList<Finding>();
    List.of("SMTP-022", "SMTP-023", "SMTP-027")
        .forEach(requirement -> findings.addAll(broken(conversation, requirement)));
    Octets rest = conversation.dialogue().leftover();
    if (conversation.isWhole() && !conversation.isInTls() && isBrokenReply(rest)) {
      findings.add(
          Finding.broken(
              "SMTP-022", "octets that begin no reply: '" + PrintableText.octets(rest) + "'"));
    }
    return findings.isEmpty() ? kept(conversation, "SMTP-022") : findings;
  }

  /** Judges one rule of the reply grammar on a conversation. */
  static List<Finding> defects(Conversation conversation, String requirement) {
    List<Finding> broken = broken(conversation, requirement);
    return broken.isEmpty() ? kept(conversation, requirement) : broken;
  }

  private static List<Finding> broken(Conversation conversation, String requirement) {
    return conversation.replies().stream()
        .flatMap(
            reply ->
                reply.defects().stream()
                    .filter(defect -> defect.requirement().equals(requirement))
                    .map(defect -> defect(conversation, defect, reply)))
        .toList();
  }

  private static Finding defect(Conversation conversation, Reply.Defect defect, Reply reply) {
    String observed =
        defect.what() + " on " + conversation.at() + ": '" + PrintableText.quoted(reply) + "'";
    // RFC 5321 section 4.2 only says that a code should have text.
    return defect.requirement().equals("SMTP-027")
        ? Finding.doubtful("SMTP-027", observed)
        : Finding.broken(defect.requirement(), observed);
  }

  private static List<Finding> kept(Conversation conversation, String requirement) {
    int count = conversation.replies().size();
    return count == 0 ? List.of() : List.of(Finding.kept(requirement, count + " replies"));
  }

  /** Judges ESC-002 on replies after an EHLO that lists ENHANCEDSTATUSCODES. */
  static List<Finding> enhancedClass(Conversation conversation) {
    boolean isListed = false;
    var findings = new ArrayList<Finding>();
    for (PairedCommand command : conversation.commands()) {
      if (command.is("EHLO") && command.code() == 250) {
        isListed = command.reply().stream().anyMatch(ReplyRules::listsEnhancedCodes);
      } else if (isListed && !WITHOUT_ENHANCED_CODE.contains(command.verb())) {
        command.reply().ifPresent(reply -> findings.addAll(classFindings(conversation, reply)));
      }
    }
    return findings;
  }

  private static boolean listsEnhancedCodes(Reply ehlo) {
    return ehlo.lines().stream()
        .anyMatch(line -> line.strip().equalsIgnoreCase("ENHANCEDSTATUSCODES"));
  }

  private static List<Finding> classFindings(Conversation conversation, Reply reply) {
    return reply.enhancedStatusCode().stream()
        .map(
            code ->
                code.charAt(0) - '0' == reply.firstDigit()
                    ? Finding.kept("ESC-002", code + " goes with " + reply.code())
                    : Finding.broken(
                        "ESC-002",
                        "another class than the code's on "
                            + conversation.at()
                            + ": '"
                            + PrintableText.quoted(reply)
                            + "'"))
        .toList();
  }

  /** Returns true if the rest cannot begin a reply; a reply that was cut off is not judged. */
  private static boolean isBrokenReply(Octets rest) {
    String start = rest.text().substring(0, Math.min(3, rest.size()));
    return !start.matches("[0-9]*")
        || rest.text().lines().anyMatch(line -> line.length() > LONGEST_LINE);
  }
}
