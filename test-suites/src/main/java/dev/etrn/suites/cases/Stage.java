package dev.etrn.suites.cases;

import dev.etrn.suites.catalogue.Need;
import dev.etrn.suites.targets.profile.EtrnForm;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.targets.profile.TlsUse;
import dev.etrn.suites.wire.client.MessageForm;
import dev.etrn.suites.wire.client.WireClient;
import dev.etrn.suites.wire.link.LinkCondition;
import dev.etrn.suites.wire.sink.SinkPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a script plays on: the target, the sink, and the mail it injects. */
public interface Stage {

  /** What the configuration says of the target. */
  TargetProfile profile();

  default Nodes nodes() {
    return profile().nodes();
  }

  /**
   * The configured name that satisfies {@code need}; a case declares what it needs.
   *
   * @throws IllegalStateException when the configuration has none
   */
  default String node(Need need) {
    Nodes nodes = nodes();
    Optional<String> name =
        switch (need) {
          case PERMITTED -> nodes.permitted();
          case SIBLING -> nodes.sibling();
          case EMPTY -> nodes.empty();
          case DENIED -> nodes.denied();
          case UNKNOWN -> nodes.unknown();
          case QUEUE -> nodes.queue();
          case SIMILAR -> nodes.similar();
          case CONNECT_BACK, SESSION_LIMIT, TLS, LOGIN, KEYWORD, PATIENCE, SUBTREE_FORM ->
              Optional.empty();
        };
    return name.orElseThrow(
        () -> new IllegalStateException("the configuration has no " + need.key()));
  }

  /**
   * The line that asks for the mail of {@code need} in a form that the target honours: {@code ETRN
   * node} where that counts, {@code ETRN @node} where only that does.
   */
  default String request(Need need) {
    return profile().forms().contains(EtrnForm.NODE) ? "ETRN " + node(need) : "ETRN @" + node(need);
  }

  /** How long a request that is answered 458, which means "later", may be repeated. */
  default Duration retryTime() {
    return profile().within();
  }

  /** Opens a connection, and reads nothing. */
  WireClient open();

  /** {@link #open()} over a network between client and target that is so. */
  WireClient open(LinkCondition link);

  /** {@link #open()}, then the greeting in a step named {@code greeting}. */
  default WireClient connectInTheClear() {
    return greeted(open());
  }

  /** {@link #connectInTheClear()}, and TLS where the target wants that before anything else. */
  default WireClient connect() {
    return secured(connectInTheClear());
  }

  /** {@link #connect()}, and AUTH where every session has it, after an EHLO of its own. */
  default WireClient authenticated() {
    WireClient client = connect();
    Authentication.begin(profile().security(), client);
    return client;
  }

  /** {@link #authenticated()}, then EHLO in a step named {@code ehlo}. */
  default WireClient ehlo() {
    WireClient client = authenticated();
    SessionOpeningSteps.ehlo(client);
    return client;
  }

  /** {@link #ehlo()} over a network between client and target that is so. */
  default WireClient ehlo(LinkCondition link) {
    WireClient client = secured(greeted(open(link)));
    Authentication.begin(profile().security(), client);
    SessionOpeningSteps.ehlo(client);
    return client;
  }

  /** Who is not greeted in time leaves (RFC 5321 section 3.1), and says nothing any more. */
  private static WireClient greeted(WireClient client) {
    if (client.step("greeting").reply().isEmpty()) {
      client.close();
    }
    return client;
  }

  private WireClient secured(WireClient client) {
    if (profile().tls() == TlsUse.REQUIRED) {
      SessionOpeningSteps.startTls(client);
    }
    return client;
  }

  /**
   * Hands {@code count} messages for {@code node} to the target over Jakarta Mail, each with a
   * token of its own, and waits until the target should have queued them.
   *
   * @param group what the judge calls these messages, such as {@code wanted} or {@code sibling}
   * @return the tokens of the messages that were taken over
   */
  List<String> inject(String group, String node, int count) throws InterruptedException;

  /**
   * {@link #inject}, and then sees that these messages lie still: one that comes without being
   * asked for is replaced by another, a few times at most. A server may deliver whenever it likes,
   * but only mail that it holds shows what ETRN does.
   *
   * @return the tokens of the messages that are held
   */
  List<String> hold(String group, String node, int count) throws InterruptedException;

  /**
   * {@link #hold} for one message of each, over the same time.
   *
   * @return the tokens of the messages that are held, by group
   */
  Map<String, String> holdEach(List<Parcel> parcels) throws InterruptedException;

  /**
   * A message of a group for a node.
   *
   * @param labels of its recipients; without one it has the usual recipient
   * @param form of its body
   */
  record Parcel(String group, String node, List<String> labels, MessageForm form) {

    public Parcel {
      labels = List.copyOf(labels);
    }

    /** A plain message. */
    public Parcel(String group, String node) {
      this(group, node, List.of(), MessageForm.PLAIN);
    }
  }

  /** Says how the sink treats deliveries until the case ends; at its start it accepts all. */
  void sink(SinkPlan plan);

  /**
   * Says how the network between target and sink is until the case ends, or this is said again; at
   * its start it is sound. What a network left silent ends with it.
   */
  void link(LinkCondition link);

  /**
   * Waits until a connection between target and sink broke, as its {@link LinkCondition} says; the
   * fact {@value dev.etrn.suites.judge.mail.RetryJudge#BROKEN} then names it.
   *
   * @return whether one broke in time
   */
  boolean awaitBreak(Duration atMost) throws InterruptedException;

  /**
   * Waits until all {@code tokens} arrived at the sink, or {@code atMost} passed.
   *
   * @return whether all arrived
   */
  boolean awaitMail(List<String> tokens, Duration atMost) throws InterruptedException;

  /** Watches for {@code time}, so that the judge can say that nothing moved meanwhile. */
  void watch(Duration time) throws InterruptedException;

  /** Tells the judge something that it cannot see on the wire. */
  void fact(String name, String value);
}
