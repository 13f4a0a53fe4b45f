package dev.etrn.suites.cases;

import dev.etrn.suites.catalogue.Need;
import dev.etrn.suites.targets.profile.EtrnForm;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.targets.profile.TlsUse;
import dev.etrn.suites.transcript.FactKey;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.wire.client.MessageForm;
import dev.etrn.suites.wire.client.WireClient;
import dev.etrn.suites.wire.link.LinkCondition;
import dev.etrn.suites.wire.sink.SinkPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The surroundings of a script: the target, the sink, and the mail that the script injects. */
public interface Stage {

  /** Returns the target's profile, as configured. */
  TargetProfile profile();

  default Nodes nodes() {
    return profile().nodes();
  }

  /**
   * Returns the configured name that satisfies {@code need}; a case declares its needs.
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
          case CONNECT_BACK, SESSION_LIMIT, TLS, LOGIN, KEYWORD, SLOW, SUBTREE_FORM ->
              Optional.empty();
        };
    return name.orElseThrow(
        () -> new IllegalStateException("the configuration has no " + need.key()));
  }

  /**
   * Returns the line that asks for the mail of {@code need} in a form that the target honours:
   * {@code ETRN node}, or {@code ETRN @node} if it honours only that.
   */
  default String request(Need need) {
    return profile().forms().contains(EtrnForm.NODE) ? "ETRN " + node(need) : "ETRN @" + node(need);
  }

  /** Returns the time during which a request may be repeated that is answered 458, "later". */
  default Duration retryTime() {
    return profile().within();
  }

  /** Opens a connection, and reads nothing. */
  WireClient open();

  /** {@link #open()} over a network with this condition between client and target. */
  WireClient open(LinkCondition link);

  /** {@link #open()}, then the greeting in a step named {@code greeting}. */
  default WireClient connectInTheClear() {
    return awaitGreeting(open());
  }

  /** {@link #connectInTheClear()}, then TLS if the target wants that before anything else. */
  default WireClient connect() {
    return secure(connectInTheClear());
  }

  /** {@link #connect()}, then AUTH, after an EHLO of its own, if every session needs it. */
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

  /** {@link #ehlo()} over a network with this condition between client and target. */
  default WireClient ehlo(LinkCondition link) {
    WireClient client = secure(awaitGreeting(open(link)));
    Authentication.begin(profile().security(), client);
    SessionOpeningSteps.ehlo(client);
    return client;
  }

  /** Reads the greeting; a client that gets none in time leaves (RFC 5321 section 3.1). */
  private static WireClient awaitGreeting(WireClient client) {
    if (client.step("greeting").reply().isEmpty()) {
      client.close();
    }
    return client;
  }

  private WireClient secure(WireClient client) {
    if (profile().tls() == TlsUse.REQUIRED) {
      SessionOpeningSteps.startTls(client);
    }
    return client;
  }

  /**
   * Hands {@code count} messages for {@code node} to the target over Jakarta Mail, each with a
   * token of its own, and waits until the target should have queued them.
   *
   * @param group the judge's name for these messages, such as {@code wanted} or {@code sibling}
   * @return the tokens of the messages that the target accepted
   */
  List<String> inject(String group, String node, int count) throws InterruptedException;

  /**
   * {@link #inject}, then checks that these messages wait: a message that comes without being asked
   * for is replaced by another, a few times at most. A server may deliver whenever it likes, but
   * only mail that it holds shows the effect of ETRN.
   *
   * @return the tokens of the messages that are held
   */
  List<String> hold(String group, String node, int count) throws InterruptedException;

  /**
   * {@link #hold} for one message of each parcel, at the same time.
   *
   * @return the tokens of the messages that are held, by group
   */
  Map<String, String> holdEach(List<Parcel> parcels) throws InterruptedException;

  /**
   * A message of a group for a node.
   *
   * @param labels the labels of its recipients; empty for the usual recipient
   * @param form the form of its body
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

  /**
   * Sets the sink's treatment of deliveries until the case ends; at the start it accepts all of
   * them.
   */
  void sink(SinkPlan plan);

  /**
   * Sets the condition of the network between target and sink until the case ends or the next call;
   * at the start it is sound. Connections that a condition left silent are closed with it.
   */
  void link(LinkCondition link);

  /**
   * Waits until a connection between target and sink breaks, as its {@link LinkCondition} says; the
   * fact {@link Facts#LINK_BROKEN} then names it.
   *
   * @return true if a connection broke in time
   */
  boolean awaitBreak(Duration atMost) throws InterruptedException;

  /**
   * Waits until the messages with all {@code tokens} have arrived at the sink, or {@code atMost}
   * has passed.
   *
   * @return true if all of them arrived
   */
  boolean awaitMail(List<String> tokens, Duration atMost) throws InterruptedException;

  /** Watches for {@code time}, so that the judge can say that no mail moved meanwhile. */
  void watch(Duration time) throws InterruptedException;

  /** Records something for the judge that it cannot see on the wire. */
  <T> void fact(FactKey<T> key, T value);
}
