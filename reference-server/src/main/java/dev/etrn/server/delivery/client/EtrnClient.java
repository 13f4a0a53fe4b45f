package dev.etrn.server.delivery.client;

import dev.etrn.server.config.OutgoingOptions.Times;
import dev.etrn.server.config.Security.Demand;
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
 * Asks a server to start the queues of nodes (RFC 1985), and leaves again; the mail comes over
 * another connection (CLI-023).
 */
public final class EtrnClient {

  private static final Pattern QUEUE = Pattern.compile("#[!-~&&[^@#]]{1,250}");

  /**
   * What became of one node.
   *
   * @param node as it was asked for
   * @param code of the reply; 0 when ETRN is not offered, or when the node was not sent because an
   *     earlier one was answered 500 or 501 (CLI-006)
   * @param text the reply, or why there is none
   */
  public record Result(String node, int code, String text) {}

  private static final Set<Integer> UNKNOWN_VERB = Set.of(500, 502);

  private final List<InetSocketAddress> addresses;
  private final ClientName ownName;
  private final Duration timeout;
  private final Demand demand;
  private final StartTlsClient tls = new StartTlsClient();

  /** A client that encrypts where it can. */
  public EtrnClient(InetSocketAddress server, String ownName, Duration timeout) {
    this(server, ownName, timeout, Demand.MAY);
  }

  /**
   * @param ownName what to say in EHLO
   * @param timeout for each reply
   * @param demand whether to encrypt: MAY does where it is offered and works; the server's
   *     certificate is not verified
   */
  public EtrnClient(InetSocketAddress server, String ownName, Duration timeout, Demand demand) {
    this(List.of(server), ClientName.of(ownName), timeout, demand);
  }

  /**
   * @param addresses of one server, which are tried in their order until one greets
   */
  public EtrnClient(
      List<InetSocketAddress> addresses, ClientName ownName, Duration timeout, Demand demand) {
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("a server has an address");
    }
    this.addresses = List.copyOf(addresses);
    this.ownName = ownName;
    this.timeout = timeout;
    this.demand = demand;
  }

  /**
   * Whether a node may go on the wire: {@code branch.example}, {@code @branch.example} or {@code
   * #queue} (CLI-015 to CLI-017).
   */
  public static boolean isNode(String node) {
    Predicate<String> isDomain =
        name -> Domain.parse(name).filter(Domain::isFullyQualified).isPresent();
    return QUEUE.matcher(node).matches()
        || isDomain.test(node.startsWith("@") ? node.substring(1) : node);
  }

  /**
   * Asks for each node in its order, over one connection.
   *
   * @throws GreetingRefusedException when EHLO is refused by a server that knows it
   * @throws IOException when the server cannot be reached, breaks the connection, or does not
   *     encrypt though that is demanded
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

  /** Connects to the first address that greets. */
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
      if (results.stream().anyMatch(r -> r.code() == 500 || r.code() == 501)) {
        results.add(new Result(node, 0, "not sent, after a syntax error"));
      } else {
        // CLI-005, CLI-007, CLI-008: one at a time, whatever the reply to the one before.
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
