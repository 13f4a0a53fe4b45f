package dev.etrn.suites.run.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.cases.CaseBuilder;
import dev.etrn.suites.cases.session.SessionRule;
import dev.etrn.suites.cases.session.SessionRules;
import dev.etrn.suites.cases.session.Sessions;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Finding.Assessment;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests with a session in which NOOP got two replies, so that replies cannot be paired. */
class ReferralTest {

  private static final End CLIENT = new End(End.Side.CLIENT, 1);
  private static final SessionRule ONE_REPLY =
      SessionRules.find("etrn.session.one-reply").orElseThrow();
  private static final CaseInfo INFO =
      CaseBuilder.of("etrn.test.a", "a")
          .covers("ETRN-011")
          .judgedWhenOffered(t -> List.of())
          .info();
  private static final Transcript TWICE =
      new Transcript(
          "etrn.test.a",
          List.of(
              new Event.Opened(0, CLIENT, "client:9", "server:25"),
              new Event.Received(1, CLIENT, Octets.of("220 hub.example\r\n")),
              new Event.Sent(2, CLIENT, Octets.of("NOOP\r\n")),
              new Event.Received(3, CLIENT, Octets.of("250 ok\r\n250 ok\r\n"))));

  @Test
  void sendsTheReaderToTheRuleThatTellsTheCause() {
    Finding finding = Finding.broken("ETRN-011", "accepted");
    assertThat(referred(finding))
        .containsExactly(Finding.referred("ETRN-011", "etrn.session.one-reply"));
  }

  @Test
  void leavesWhatHoldsInAnyOrderOfReplies() {
    Finding finding = Finding.broken("ETRN-011", "nothing was refused").inAnyOrder();
    assertThat(referred(finding)).containsExactly(finding);
  }

  @Test
  void leavesWhatWasSeenAtTheExchanger() {
    Finding finding = Finding.broken("SMTP-037", "lost");
    assertThat(referred(finding)).containsExactly(finding);
  }

  @Test
  void leavesWhatAccusesNobody() {
    Finding finding = Finding.kept("ETRN-011", "refused");
    assertThat(finding.assessment()).isEqualTo(Assessment.KEPT);
    assertThat(referred(finding)).containsExactly(finding);
  }

  private static List<Finding> referred(Finding finding) {
    return Referral.of(INFO, Sessions.of(TWICE), List.of(finding), List.of(ONE_REPLY));
  }
}
