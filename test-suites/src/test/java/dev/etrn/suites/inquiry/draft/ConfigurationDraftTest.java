package dev.etrn.suites.inquiry.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.config.HostPort;
import dev.etrn.suites.inquiry.InquiryPlan;
import dev.etrn.suites.inquiry.MtaKind;
import dev.etrn.suites.inquiry.NodeAnswer;
import dev.etrn.suites.inquiry.ServerFacts;
import dev.etrn.suites.inquiry.ServerFacts.SecurityFacts;
import dev.etrn.suites.inquiry.SessionLimit;
import dev.etrn.suites.inquiry.role.MailFinding;
import dev.etrn.suites.inquiry.role.NodeRole;
import dev.etrn.suites.resolution.TargetResolver;
import dev.etrn.suites.targets.HostGuard;
import dev.etrn.suites.targets.Target;
import dev.etrn.suites.targets.profile.HoldMethod;
import dev.etrn.suites.targets.profile.Login;
import dev.etrn.suites.targets.profile.Password;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Reply;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationDraftTest {

  private static final List<String> OFFERS = List.of("PIPELINING", "STARTTLS", "ETRN");
  private static final List<String> ENCRYPTED = List.of("PIPELINING", "AUTH PLAIN", "ETRN");

  @TempDir private Path directory = Path.of("");

  @Test
  void tellsWhatWasSeenBesideEachKey() {
    assertThat(ConfigurationDraft.of(plan(Optional.empty()), whole(true), true)).isEqualTo(GOLDEN);
  }

  @Test
  void isTakenByVerify() throws Exception {
    Target read = read(ConfigurationDraft.of(plan(Optional.empty()), whole(true), true));
    assertThat(read.profile().nodes().permitted()).contains("branch.example");
    assertThat(read.profile().nodes().denied()).contains("denied.example");
    assertThat(read.profile().etrnsPerSession()).hasValue(3);
    assertThat(read.profile().connectsBack()).isTrue();
    assertThat(read.profile().release().holding()).isEqualTo(HoldMethod.REFUSED);
    assertThat(read.profile().within()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void isTakenByVerifyThoughNothingWasFoundOut() throws Exception {
    var security =
        new SecurityFacts(
            false, List.of(), Optional.empty(), List.of(), false, Optional.of(reply(535, "no")));
    var facts =
        new ServerFacts(
            reply(220, "x"),
            security,
            Map.of(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Optional.empty());
    String draft = ConfigurationDraft.of(nameless(), facts, true);
    assertThat(read(draft).profile().nodes().permitted()).isEmpty();
    assertThat(draft).contains("EHLO does not offer ETRN", "# nodes:", "# auth:", "'535 no'");
  }

  @Test
  void holdsThePasswordOnlyWhenItMay() throws Exception {
    var login = Optional.of(new Login("it's me", Password.of("s'ecret: #1")));
    String draft = ConfigurationDraft.of(plan(login), whole(false), true);
    assertThat(read(draft).profile().login().orElseThrow().password().reveal())
        .isEqualTo("s'ecret: #1");
    assertThat(ConfigurationDraft.of(plan(login), whole(false), false)).doesNotContain("s'ecret");
  }

  private Target read(String draft) throws Exception {
    Path file = directory.resolve("etrn.yaml");
    Files.writeString(file, draft);
    return TargetResolver.resolve(Optional.empty(), Optional.of(file), new HostGuard(Set.of()));
  }

  private static InquiryPlan plan(Optional<Login> login) {
    return new InquiryPlan(
        new HostPort("127.0.0.1", 2525),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 2525),
        Map.of(NodeRole.PERMITTED, "branch.example", NodeRole.DENIED, "denied.example"),
        List.of(),
        Optional.of(new HostPort("127.0.0.1", 2526)),
        Optional.empty(),
        login,
        Duration.ofSeconds(5));
  }

  private static InquiryPlan nameless() {
    return new InquiryPlan(
        new HostPort("::1", 2525),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 2525),
        Map.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Login("u", Password.of("p"))),
        Duration.ofSeconds(5));
  }

  private static ServerFacts whole(boolean isRefusedAtFirst) {
    var answers = new LinkedHashMap<String, NodeAnswer>();
    answers.put("branch.example", answer("branch.example", reply(250, "started"), "2.1.5 ok"));
    answers.put("denied.example", answer("denied.example", reply(250, "started"), "2.1.5 ok"));
    return new ServerFacts(
        reply(220, "hub.example ESMTP Postfix"),
        new SecurityFacts(false, OFFERS, Optional.of(ENCRYPTED), OFFERS, false, Optional.empty()),
        answers,
        Map.of(NodeRole.PERMITTED, "branch.example", NodeRole.DENIED, "denied.example"),
        Optional.of(reply(501, "no")),
        Optional.of(new SessionLimit(3, Optional.of(reply(458, "enough")), true, "")),
        Optional.of(new MailFinding.Came(Duration.ofMillis(812), reply(250, "started"))),
        isRefusedAtFirst,
        Optional.of(MtaKind.POSTFIX));
  }

  private static NodeAnswer answer(String node, Reply etrn, String recipient) {
    return new NodeAnswer(node, Optional.of(etrn), Optional.of(reply(250, recipient)));
  }

  private static Reply reply(int code, String text) {
    return new Reply(0, code, List.of(text), Octets.of(code + " " + text + "\r\n"), List.of());
  }

  private static final String GOLDEN =
      """
      # Found by 'etrn init 127.0.0.1:2525'; the server greets with:
      # '220 hub.example ESMTP Postfix'
      # Try it: etrn verify --config FILE. Every key but target.address is optional.
      target:
        address: 127.0.0.1:2525         # EHLO offers ETRN before and after STARTTLS
        tls: starttls                   # EHLO offers STARTTLS, and it works
        forms: node                     # ETRN @branch.example: '501 no'
        # timeout: 30s                  # how long to wait for a reply
        # minimal: true                 # if any request starts everything (RFC 1985 section 6)
      # auth:                           # EHLO offers AUTH PLAIN
      #   user: branch
      #   password: secret
      nodes:
        permitted: branch.example       # ETRN: '250 started'; RCPT: '250 2.1.5 ok'
        # sibling: sibling.example      # another partner: its mail must not move; try --sibling
        # empty: idle.example           # permitted, never any mail; try --empty
        denied: denied.example          # ETRN: '250 started'; RCPT: '250 2.1.5 ok'
        # unknown: unknown.example      # the server knows nothing of it; try --unknown
        # similar: xbranch.example      # a partner whose name only ends in the same letters
        # queue: branch                 # a queue that this client may run with ETRN #queue
      connectBack:
        listen: 127.0.0.1:2526          # a message came on request
        within: 9s                      # it took 0.8 s
        quiet: 2s                       # how long mail that must not move is watched
        # scheduled: true               # if mail comes only at the next scheduled time
      hold: refused                     # it relays at once, and keeps mail that is refused
      limits:
        etrnsPerSession: 3              # number 4 got '458 enough'
      # client:
      #   ehlo: client.example          # the name in EHLO; the server takes this one
      #   sender: sender@client.example # the envelope sender of mail
      # lanes:                          # more sets of names, with which a run is faster
      #   - permitted: branch2.example
      #     sibling: sibling2.example
      #
      # ETRN is accepted for the name that should be denied.
      # In main.cf, and then 'postmap /etc/postfix/etrn_access' (access(5)):
      #   smtpd_etrn_restrictions = check_etrn_access hash:/etc/postfix/etrn_access
      # In /etc/postfix/etrn_access:
      #   denied.example  459 4.7.1 node not allowed
      #
      # Mail for the permitted name is delivered before ETRN asks for it.
      # Hold mail until ETRN asks for it (ETRN_README). In master.cf a delivery service of its own:
      #   etrn-only  unix  -  -  n  -  -  smtp
      # In main.cf, and then 'postmap /etc/postfix/transport':
      #   defer_transports = etrn-only
      #   transport_maps = hash:/etc/postfix/transport
      # In /etc/postfix/transport:
      #   branch.example  etrn-only:[127.0.0.1]:2526
      # Or leave the server as it is, with 'hold: refused' in etrn.yaml and relay_domains and
      # fast_flush_domains in main.cf: what is refused at first then waits for minimal_backoff_time.
      """;
}
