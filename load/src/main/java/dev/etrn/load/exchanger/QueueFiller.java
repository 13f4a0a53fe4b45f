package dev.etrn.load.exchanger;

import dev.etrn.suites.targets.profile.TargetProfile;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The filler of the target's queue: it hands in the mail that waits when a run begins, over a few
 * connections.
 *
 * <p>It sends one command at a time, since not every target supports pipelining.
 */
public final class QueueFiller {

  private static final int AT_ONCE = 8;
  private static final int OCTETS = 1024;

  /**
   * The number of messages on a connection; low enough for targets that limit the messages of a
   * session.
   */
  private static final int PER_CONNECTION = 50;

  private final InetSocketAddress target;
  private final TargetProfile profile;

  /**
   * Creates a filler.
   *
   * @param profile the target's promises on TLS and AUTH
   */
  public QueueFiller(InetSocketAddress target, TargetProfile profile) {
    this.target = target;
    this.profile = profile;
  }

  /**
   * Hands in messages for nodes.
   *
   * @param messagesPerNode the number of messages for each of {@code nodes}
   * @return the tokens of all messages; the target took all of them over
   * @throws IOException when the target did not take a message; the exception's message holds the
   *     target's reply
   */
  public List<Token> fill(List<String> nodes, int messagesPerNode)
      throws IOException, InterruptedException {
    List<Token> tokens = tokens(nodes, messagesPerNode);
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      var parts = new ArrayList<Future<?>>();
      for (int start = 0; start < tokens.size(); start += PER_CONNECTION) {
        List<Token> part = tokens.subList(start, Math.min(tokens.size(), start + PER_CONNECTION));
        parts.add(
            workers.submit(
                () -> {
                  send(part);
                  return part;
                }));
      }
      for (Future<?> part : parts) {
        part.get();
      }
      return tokens;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private static List<Token> tokens(List<String> nodes, int messagesPerNode) {
    var tokens = new ArrayList<Token>(nodes.size() * messagesPerNode);
    for (int number = 0; number < messagesPerNode; number++) {
      for (String node : nodes) {
        tokens.add(new Token(node, "held" + number));
      }
    }
    return tokens;
  }

  private void send(List<Token> tokens) throws IOException {
    try (var session = TargetSession.open(target, profile)) {
      for (Token token : tokens) {
        String content = new String(token.message(OCTETS), StandardCharsets.US_ASCII);
        session.send(profile.client().sender(), "inbox@" + token.node(), content);
      }
    }
  }
}
