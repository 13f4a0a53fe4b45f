package dev.etrn.suites.cases.session;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.judge.mail.MailIntegrity;
import java.util.List;
import java.util.Optional;

/** The list of all rules that every session must keep, in the order of reports. */
public final class SessionRules {

  private static final List<SessionRule> ALL =
      List.of(
          SessionRule.of(
                  "one-reply",
                  "Each command has exactly one reply, and nothing else comes",
                  "as many replies as commands, in every session",
                  List.of("SMTP-046", "ETRN-058"),
                  SessionRule.each(CommandRules::oneReply))
              .thatConfuses(),
          SessionRule.of(
                  "reply-form",
                  "A reply begins with a code, and all its lines have that code",
                  "three digits within the grammar, the same on each line",
                  List.of("SMTP-022", "SMTP-023", "SMTP-027"),
                  SessionRule.each(ReplyRules::form))
              .thatConfuses(),
          SessionRule.of(
              "success-codes",
              "The code of a success belongs to its command",
              "250 to 253 for ETRN, and for other commands the codes of RFC 5321 section 4.3.2",
              List.of("ETRN-026", "ETRN-027", "SMTP-045"),
              SessionRule.each(CommandRules::successCodes)),
          SessionRule.of(
              "plain-commands",
              "NOOP and RSET are answered 250, and QUIT 221",
              "250 or 221; 421 from a server that ends the session",
              List.of("SMTP-042", "SMTP-009", "SMTP-043"),
              SessionRule.each(CommandRules::plainCommands)),
          SessionRule.of(
                  "closing",
                  "A server closes a session after QUIT or 421 only",
                  "no end of a session without one of them",
                  List.of("SMTP-028"),
                  SessionRule.each(ClosingRule::judge))
              .thatConfuses(),
          SessionRule.of(
              "line-ends",
              "Each line of a reply ends in CRLF",
              "no bare LF",
              List.of("SMTP-044"),
              SessionRule.each(conversation -> ReplyRules.defects(conversation, "SMTP-044"))),
          SessionRule.of(
              "printable",
              "Reply text is tab and printable US-ASCII",
              "no other octet",
              List.of("SMTP-026"),
              SessionRule.each(conversation -> ReplyRules.defects(conversation, "SMTP-026"))),
          SessionRule.of(
              "line-length",
              "A line of a reply has 512 octets at most",
              "no longer line",
              List.of("SMTP-025"),
              SessionRule.each(conversation -> ReplyRules.defects(conversation, "SMTP-025"))),
          SessionRule.of(
              "enhanced-class",
              "The class of an enhanced status code is that of the reply code",
              "the same first digit, where EHLO lists ENHANCEDSTATUSCODES",
              List.of("ESC-002"),
              SessionRule.each(ReplyRules::enhancedClass)),
          SessionRule.of(
              "mail-unchanged",
              "A message comes as it was handed over",
              "the same sender, fields and body; fields may be added",
              List.of("SMTP-037", "SMTP-040", "SMTP-041"),
              SessionRule.ofMail(MailIntegrity::unchanged)),
          SessionRule.of(
              "mail-once",
              "A message comes once",
              "no second copy, unless a reply was lost on its way",
              List.of("SMTP-037"),
              SessionRule.ofMail(MailIntegrity::once)),
          SessionRule.of(
              "mail-recipient",
              "A message comes to its own recipient",
              "no recipient but its own",
              List.of("SMTP-037"),
              SessionRule.ofMail(MailIntegrity::rightRecipient)));

  private SessionRules() {}

  public static List<SessionRule> all() {
    return ALL;
  }

  /** Returns the rules as cases. */
  public static List<Case> cases() {
    return ALL.stream().map(SessionRule::asCase).toList();
  }

  /** Returns the rule that is listed as the case with this id. */
  public static Optional<SessionRule> find(String caseId) {
    return ALL.stream().filter(rule -> rule.info().id().equals(caseId)).findFirst();
  }
}
