package dev.etrn.suites.inquiry.draft;

import dev.etrn.suites.config.HostPort;
import dev.etrn.suites.inquiry.InquiryPlan;
import dev.etrn.suites.inquiry.NodeAnswer;
import dev.etrn.suites.inquiry.ServerFacts;
import dev.etrn.suites.inquiry.ServerFacts.SecurityFacts;
import dev.etrn.suites.inquiry.SessionLimit;
import dev.etrn.suites.inquiry.role.MailFinding;
import dev.etrn.suites.inquiry.role.NodeRole;
import dev.etrn.suites.inquiry.role.RoleFindings;
import dev.etrn.suites.inquiry.session.ReplyText;
import dev.etrn.suites.inquiry.session.ServerSession;
import dev.etrn.suites.wire.client.ClientIdentity;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The draft of an etrn.yaml that a server's answers suggest. A comment beside each key shows the
 * evidence; keys that could not be found out are commented out.
 */
public final class ConfigurationDraft {

  private static final String EXAMPLE_LISTEN = "127.0.0.1:2526";
  private static final Duration SHORTEST_WITHIN = Duration.ofSeconds(5);
  private static final Duration SHORTEST_QUIET = Duration.ofMillis(300);
  private static final Duration LONGEST_QUIET = Duration.ofSeconds(2);
  private static final int WITHIN_FACTOR = 10;
  private static final int QUIET_FACTOR = 3;
  private static final int ROUNDING_MILLIS = 100;
  private static final int MILLIS = 1000;

  private final InquiryPlan plan;
  private final ServerFacts facts;
  private final boolean showsPassword;
  private final YamlLines out = new YamlLines();

  private ConfigurationDraft(InquiryPlan plan, ServerFacts facts, boolean showsPassword) {
    this.plan = plan;
    this.facts = facts;
    this.showsPassword = showsPassword;
  }

  /**
   * Returns the text of the draft.
   *
   * @param showsPassword true if the draft contains the password; else the login is commented out
   */
  public static String of(InquiryPlan plan, ServerFacts facts, boolean showsPassword) {
    return new ConfigurationDraft(plan, facts, showsPassword).text();
  }

  private String text() {
    out.comment("Found by 'etrn init " + plan.server() + "'; the server greets with:");
    out.comment(ReplyText.quoted(facts.greeting()));
    out.comment("Try it: etrn verify --config FILE. Every key but target.address is optional.");
    target();
    login();
    nodes();
    connectBack();
    limits();
    client();
    AdminAdvice.lines(plan, facts).forEach(out::comment);
    return out.toString();
  }

  private void target() {
    SecurityFacts security = facts.security();
    out.part("target");
    String address = plan.server().toString();
    out.key("address", address.startsWith("[") ? "'" + address + "'" : address, offered(security));
    tls(security);
    forms();
    if (security.last().stream().noneMatch(line -> line.strip().equalsIgnoreCase("PIPELINING"))) {
      out.comment("  EHLO offers no PIPELINING.");
    }
    out.unused("timeout", "30s", "how long to wait for a reply");
    out.unused("minimal", "true", "if any request starts everything (RFC 1985 section 6)");
  }

  private static String offered(SecurityFacts security) {
    boolean isClear = ServerSession.offers(security.clear(), "ETRN");
    boolean isEncrypted =
        security.encrypted().filter(lines -> ServerSession.offers(lines, "ETRN")).isPresent();
    if (isClear) {
      return "EHLO offers ETRN"
          + (security.encrypted().isEmpty()
              ? ""
              : isEncrypted ? " before and after STARTTLS" : " before STARTTLS and not after it");
    } else if (isEncrypted) {
      return "EHLO offers ETRN only after STARTTLS";
    }
    return ServerSession.offers(security.last(), "ETRN")
        ? "EHLO offers ETRN only after AUTH"
        : "EHLO does not offer ETRN";
  }

  private void tls(SecurityFacts security) {
    boolean onlyEncrypted =
        !ServerSession.offers(security.clear(), "ETRN")
            && security.encrypted().filter(l -> ServerSession.offers(l, "ETRN")).isPresent();
    if (security.isImplicitTls()) {
      out.key("tls", "implicit", "TLS comes before the greeting");
    } else if (security.isTlsRequired() || onlyEncrypted) {
      out.key("tls", "required", "the server requires STARTTLS");
    } else if (security.encrypted().isPresent()) {
      out.key("tls", "starttls", "EHLO offers STARTTLS, and it works");
    } else if (ServerSession.offers(security.clear(), "STARTTLS")) {
      out.key("tls", "none", "EHLO offers STARTTLS, but it does not work");
    } else {
      out.unused("tls", "starttls", "EHLO does not offer STARTTLS");
    }
  }

  private void forms() {
    Optional<NodeAnswer> permitted = facts.answer(NodeRole.PERMITTED);
    if (permitted.isEmpty()) {
      return;
    }
    boolean isNode = permitted.get().isAccepted();
    boolean isSubtree = ReplyText.isSuccess(facts.subtree());
    String observation =
        "ETRN @" + permitted.get().node() + ": " + ReplyText.quoted(facts.subtree());
    if (isNode && !isSubtree) {
      out.key("forms", "node", observation);
    } else if (!isNode && isSubtree) {
      out.key("forms", "subtree", observation);
    } else {
      out.unused("forms", "node subtree queue", observation);
    }
  }

  private void login() {
    String mechanisms =
        facts.security().encrypted().orElse(facts.security().last()).stream()
            .filter(line -> line.strip().toUpperCase(Locale.ROOT).startsWith("AUTH"))
            .collect(Collectors.joining(" "));
    String observation =
        mechanisms.isEmpty() ? "EHLO does not offer AUTH" : "EHLO offers " + mechanisms;
    if (plan.login().isEmpty() || facts.security().loginRefusal().isPresent() || !showsPassword) {
      out.unusedPart("auth", loginObservation(observation));
      out.unusedPartKey(
          "user", plan.login().map(login -> quoted(login.user())).orElse("branch"), "");
      out.unusedPartKey("password", "secret", "");
      return;
    }
    out.part("auth");
    out.key("user", quoted(plan.login().get().user()), observation + "; accepted");
    out.key("password", quoted(plan.login().get().password().reveal()), "");
  }

  private String loginObservation(String observation) {
    return observation
        + facts
            .security()
            .loginRefusal()
            .map(reply -> "; AUTH was answered " + ReplyText.quoted(reply))
            .orElse("");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private void nodes() {
    if (facts.roles().isEmpty()) {
      out.unusedPart("nodes", "");
    } else {
      out.part("nodes");
    }
    for (NodeRole role : NodeRole.values()) {
      Optional<NodeAnswer> answer = facts.answer(role);
      if (answer.isPresent()) {
        out.key(role.key(), answer.get().node(), answer.get().text());
      } else {
        out.unused(role.key(), example(role), role.meaning() + "; try --" + role.key());
      }
    }
    out.unused("similar", "xbranch.example", "a partner whose name only ends in the same letters");
    out.unused("queue", "branch", "a queue that this client may run with ETRN #queue");
    facts.answers().values().stream()
        .filter(answer -> !facts.roles().containsValue(answer.node()))
        .forEach(
            answer -> out.comment("  without a role: " + answer.node() + ", " + answer.text()));
  }

  private static String example(NodeRole role) {
    return switch (role) {
      case PERMITTED -> "branch.example";
      case SIBLING -> "sibling.example";
      case EMPTY -> "idle.example";
      case DENIED -> "denied.example";
      case UNKNOWN -> "unknown.example";
    };
  }

  private void connectBack() {
    Optional<HostPort> listen = plan.listen();
    if (listen.isEmpty()) {
      out.unusedPart("connectBack", "");
      out.unusedPartKey("listen", EXAMPLE_LISTEN, "where the server delivers; try --listen");
      out.unusedPartKey("within", "10s", "how long a release may take");
      return;
    }
    out.part("connectBack");
    String address = listen.get().toString();
    out.key("listen", address.startsWith("[") ? "'" + address + "'" : address, mailObservation());
    if (facts.mail().orElse(null) instanceof MailFinding.Came arrival) {
      String observation = "it took " + RoleFindings.seconds(arrival.after());
      out.key("within", within(arrival.after()), observation);
      out.key("quiet", quiet(arrival.after()), "how long mail that must not move is watched");
    } else {
      out.unused("within", "10s", "how long a release may take");
      out.unused("quiet", "1s", "how long mail that must not move is watched");
    }
    out.unused("scheduled", "true", "if mail comes only at the next scheduled time");
    if (facts.isRefusedAtFirst()) {
      out.plain("hold: refused", "it relays at once, and keeps mail that is refused");
    }
  }

  private String mailObservation() {
    return facts.mail().map(ConfigurationDraft::observation).orElse("no message was tried");
  }

  private static String observation(MailFinding finding) {
    if (finding instanceof MailFinding.Came) {
      return "a message came on request";
    } else if (finding instanceof MailFinding.CameUnasked) {
      return "a message came before it was asked for";
    } else if (finding instanceof MailFinding.Missing missing) {
      return "no message came within "
          + RoleFindings.seconds(missing.within())
          + "; the test message is still in the server's queue";
    } else if (finding instanceof MailFinding.NotTaken refused) {
      return refused.command() + " got " + ReplyText.quoted(refused.reply());
    } else if (finding instanceof MailFinding.NotReleased refused) {
      return "ETRN got " + ReplyText.quoted(refused.reply());
    }
    return "";
  }

  /** Returns ten times the observed time, since other machines and days are slower. */
  private static String within(Duration time) {
    Duration most = time.multipliedBy(WITHIN_FACTOR);
    return Math.max(SHORTEST_WITHIN.toSeconds(), most.toSeconds() + 1) + "s";
  }

  private static String quiet(Duration time) {
    long millis = time.multipliedBy(QUIET_FACTOR).toMillis();
    long rounded = (millis / ROUNDING_MILLIS + 1) * ROUNDING_MILLIS;
    long bounded = Math.min(LONGEST_QUIET.toMillis(), Math.max(SHORTEST_QUIET.toMillis(), rounded));
    return bounded % MILLIS == 0 ? bounded / MILLIS + "s" : bounded + "ms";
  }

  private void limits() {
    Optional<SessionLimit> limit = facts.limit();
    if (limit.filter(SessionLimit::isLimit).isPresent()) {
      out.part("limits");
      out.key("etrnsPerSession", limit.get().accepted() + "", limit.get().text());
    } else {
      out.unusedPart("limits", "");
      out.unusedPartKey(
          "etrnsPerSession",
          "10",
          limit.map(SessionLimit::text).orElse("no name is accepted, so none were counted"));
    }
  }

  private void client() {
    out.unusedPart("client", "");
    out.unusedPartKey(
        "ehlo", ClientIdentity.STANDARD.ehlo(), "the name in EHLO; the server takes this one");
    out.unusedPartKey("sender", ClientIdentity.STANDARD.sender(), "the envelope sender of mail");
    out.unusedPart("lanes", "more sets of names, with which a run is faster");
    out.comment("  - permitted: branch2.example");
    out.comment("    sibling: sibling2.example");
  }
}
