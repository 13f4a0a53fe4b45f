package dev.etrn.server.delivery.client;

import dev.etrn.server.config.channel.OutgoingOptions.Times;
import dev.etrn.server.config.channel.Security.Demand;
import dev.etrn.server.domain.Domain;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The ETRN client: it asks a server to start the queues of nodes (RFC 1985), and disconnects; the
 * mail comes over another connection (CLI-023).
 */
public final class EtrnClient {

  private static final Pattern QUEUE = Pattern.compile("#[!-~&&[^@#]]{1,250}");

  /**
   * The result for one node.
   *
   * @param node the node as the caller named it
   * @param code the reply code; 0 when ETRN is not offered, or when the node was not sent because
   *     an earlier one was answered 500 or 501 (CLI-006)
   * @param text the reply, or the reason why there is none
   */
  public record Result(String node, int code, String text) {}

  private static final Set<Integer> UNKNOWN_VERB = Set.of(500, 502);

  private final List<InetSocketAddress> addresses;
  private final ClientName ownName;
  private final Duration timeout;
  private final Demand demand;
  private final StartTlsClient tls = new StartTlsClient();

  /** A client that encrypts where the server offers it. */
  public EtrnClient(InetSocketAddress server, String ownName, Duration timeout) {
    this(server, ownName, timeout, Demand.MAY);
  }

  /**
   * @param ownName the name in EHLO
   * @param timeout the longest wait for each reply
   * @param demand the demand of TLS: MAY encrypts where it is offered and works; the server's
   *     certificate is not verified
   */
  public EtrnClient(InetSocketAddress server, String ownName, Duration timeout, Demand demand) {
    this(List.of(server), ClientName.of(ownName), timeout, demand);
  }

  /**
   * @param addresses the addresses of one server, tried in order until one sends a greeting
   */
  public EtrnClient(
      List<InetSocketAddress> addresses, ClientName ownName, Duration timeout, Demand demand) {
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("a server needs at least one address");
    }
    this.addresses = List.copyOf(addresses);
    this.ownName = ownName;
    this.timeout = timeout;
    this.demand = demand;
  }

  /**
   * Returns true if a node may be sent: {@code branch.example}, {@code @branch.example} or {@code
   * #queue} (CLI-015 to CLI-017).
   */
  public static boolean isNode(String node) {
    Predicate<String> isDomain =
        name -> Domain.parse(name).filter(Domain::isFullyQualified).isPresent();
    return QUEUE.matcher(node).matches()
        || isDomain.test(node.startsWith("@") ? node.substring(1) : node);
  }

  /**
   * Sends ETRN for each node in order, over one connection.
   *
   * @throws GreetingRefusedException when a server that supports EHLO refuses it
   * @throws IOException when the server cannot be reached, breaks the connection, or does not
   *     encrypt although {@code demand} is MUST
   */
  public List<Result> ask(List<String> nodes) throws IOException {
    try {
      return ask(nodes, demand);
    } catch (TlsFailureException e) {
      if (demand == Demand.MUST) {
        throw e;
      }
      return ask(nodes, Demand.NO);
    }
  }

  private List<Result> ask(List<String> nodes, Demand encryption) throws IOException {
    try (SmtpDialogue dialogue = open()) {
      String name = ownName.at(dialogue.local());
      // CLI-001, CLI-018
      ServerReply ehlo = tls.greet(dialogue, name, encryption);
      List<Result> results = ehlo.offers("ETRN") ? ask(nodes, dialogue) : notOffered(nodes);
      ServerReply unused = dialogue.ask("QUIT");
      if (ehlo.isPermanent() && !UNKNOWN_VERB.contains(ehlo.code())) {
        throw new GreetingRefusedException(name, ehlo.text());
      }
      return results;
    }
  }

  /** Connects to the first address that sends a greeting. */
  private SmtpDialogue open() throws IOException {
    IOException last = new IOException("no address");
    for (InetSocketAddress address : addresses) {
      try {
        return SmtpDialogue.open(address, Times.all(timeout));
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  private static List<Result> ask(List<String> nodes, SmtpDialogue dialogue) throws IOException {
    var results = new ArrayList<Result>();
    for (String node : nodes) {
      if (results.stream().anyMatch(result -> result.code() == 500 || result.code() == 501)) {
        results.add(new Result(node, 0, "not sent, after a syntax error"));
      } else {
        // CLI-005, CLI-007, CLI-008: one at a time, whatever the reply to the previous one.
        ServerReply reply = dialogue.ask("ETRN " + node);
        results.add(new Result(node, reply.code(), reply.text()));
      }
    }
    return results;
  }

  private static List<Result> notOffered(List<String> nodes) {
    return nodes.stream()
        .map(node -> new Result(node, 0, "the server does not offer ETRN"))
        .toList();
  }
}
