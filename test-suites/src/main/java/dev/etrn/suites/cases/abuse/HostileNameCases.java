package dev.etrn.suites.cases.abuse;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.Scripts;
import dev.etrn.suites.judge.Codes;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.judge.Judges;
import dev.etrn.suites.judge.ReplyJudge;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.wire.client.WireClient;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The cases of names that are made to do harm where they are stored, looked up or logged. */
public final class HostileNameCases {

  private static final List<String> ODD_OCTETS =
      List.of(
          "b\u00FCcher.test", // ISO 8859-1
          "a\u00C3(.test", // a broken sequence
          "a\u00C0\u00AEtest", // a dot, overlong
          "\u00D0\u00B0.test", // a Cyrillic letter that looks like one
          "a\u00E2\u0080\u008Bb.test", // a space of no width
          "a\u00E2\u0080\u00A8b.test", // a line separator
          "a\u00FF\u00FE.test");

  private static final List<String> FOR_LOGS =
      List.of(
          "a\u001B[2J\u001B[31mb.test",
          "a%n%n%s%x.test",
          "${jndi:ldap://192.0.2.1/a}.test",
          "${env:PATH}.test",
          "a\bb.test",
          "a\u009B31mb.test");

  private static final List<String> FOR_BACKENDS =
      List.of(
          "a'b.test",
          "a\";b.test",
          "'or'1'='1.test",
          "a`id`.test",
          "$(id).test",
          "a;id.test",
          "a|id.test",
          "a&id.test",
          "*)(uid=*.test",
          "a%00.test",
          "../a.test",
          "a\\b.test");

  private static final List<String> PATHS =
      List.of("../../etc/passwd", "/etc/passwd", "..", ".", "a/../b", "..\\\\a", "~root", "%2e%2e");

  private HostileNameCases() {}

  public static List<Case> all() {
    return List.of(
        refused(
            "etrn.abuse.control-octets",
            "A name with a control octet is refused",
            "SEC-020",
            IntStream.concat(IntStream.rangeClosed(1, 0x1F), IntStream.of(0x7F))
                .filter(octet -> octet != '\r' && octet != '\n')
                .mapToObj(octet -> "a" + (char) octet + "b.test")
                .toList()),
        refused(
            "etrn.abuse.odd-octets",
            "Octets outside US-ASCII, well-formed or not, are refused",
            "SEC-021",
            ODD_OCTETS),
        refused(
            "etrn.abuse.names-for-logs",
            "Names made for a log are refused, and do not come back raw",
            "SEC-022",
            FOR_LOGS),
        refused(
            "etrn.abuse.names-for-backends",
            "Names made for a shell, a database or a directory are refused",
            "SEC-023",
            FOR_BACKENDS),
        paths(),
        greeting());
  }

  private static Case refused(String id, String title, String requirement, List<String> names) {
    return CaseBuilder.of(id, title)
        .covers(requirement, "SMTP-026")
        .expects("no 25x, printable replies, and the session goes on or ends with 421")
        .script(Scripts.inGroups(stage -> names.stream().map(name -> "ETRN " + name).toList()))
        .judgedWhenOffered(
            Judges.all(
                ReplyJudge.of("etrn", requirement).keeps(Codes.REFUSED).breaks(Codes.ACCEPTED),
                clean(requirement)));
  }

  private static Case paths() {
    return CaseBuilder.of("etrn.abuse.paths", "Paths are not queue names")
        .covers("SEC-024", "SMTP-026")
        .expects("no 25x")
        .script(Scripts.inGroups(stage -> PATHS.stream().map(name -> "ETRN #" + name).toList()))
        .judgedWhenOffered(
            Judges.all(
                ReplyJudge.of("etrn", "SEC-024")
                    .keeps(Codes.REFUSED)
                    .doubts(Codes.ACCEPTED, "accepted as a queue's name"),
                clean("SEC-024")));
  }

  private static Case greeting() {
    return CaseBuilder.of(
            "etrn.abuse.ehlo-for-logs", "EHLO with a name made for a log does no harm")
        .covers("SEC-022", "SMTP-026")
        .expects("refused or taken, printable replies, and the session goes on")
        .script(
            stage -> {
              for (String name : FOR_LOGS) {
                WireClient client = stage.connect();
                client.step("hostile").line("EHLO " + name).reply();
                client.step("noop").line("NOOP").reply();
                Scripts.quit(client);
              }
            })
        .judgedWhenGreeted(
            Judges.all(
                ReplyJudge.of("noop", "SEC-022")
                    .keeps(Codes.of(250))
                    .notes(Codes.any(), "the session is not what it was"),
                clean("SEC-022")));
  }

  /** SMTP-026: a reply repeats no octet of a hostile name that a terminal or a log would act on. */
  private static Judge clean(String requirement) {
    return transcript -> {
      List<Finding> raw =
          Dialogue.all(transcript).stream()
              .flatMap(dialogue -> dialogue.exchanges().stream())
              .flatMap(exchange -> echoes(exchange).stream())
              .toList();
      return List.of(
          raw.isEmpty()
              ? Finding.kept(requirement, "no hostile octet came back")
              : Finding.broken("SMTP-026", firstOf(raw)));
    };
  }

  private static List<Finding> echoes(Dialogue.Exchange exchange) {
    Set<Integer> hostile = hostileOctets(exchange.sent().text());
    return exchange.replies().stream()
        .filter(reply -> !Collections.disjoint(hostile, hostileOctets(reply.raw().text())))
        .map(reply -> "a hostile octet came back: '" + reply.raw() + "'")
        .map(observed -> Finding.broken("SMTP-026", observed))
        .toList();
  }

  private static Set<Integer> hostileOctets(String text) {
    return text.chars()
        .filter(octet -> "\t\r\n".indexOf(octet) < 0 && (octet < ' ' || octet > '~'))
        .boxed()
        .collect(Collectors.toSet());
  }

  private static String firstOf(List<Finding> raw) {
    String others = raw.size() == 1 ? "" : "; likewise in " + (raw.size() - 1) + " more";
    return raw.get(0).observed() + others;
  }
}
