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
 * Hands the mail in that waits when a run begins, over a few connections.
 *
 * <p>One command at a time, since not every target takes them together.
 */
public final class QueueFiller {

  private static final int AT_ONCE = 8;
  private static final int OCTETS = 1024;

  /** Few enough for targets that count the messages of a session. */
  private static final int PER_CONNECTION = 50;

  private final InetSocketAddress target;
  private final TargetProfile profile;

  /**
   * @param profile what the target promises of TLS and AUTH
   */
  public QueueFiller(InetSocketAddress target, TargetProfile profile) {
    this.target = target;
    this.profile = profile;
  }

  /**
   * @param each how many messages for each of {@code nodes}
   * @return the tokens of all, which the target took over
   * @throws IOException when the target did not take one; its reply says why
   */
  public List<Token> fill(List<String> nodes, int each) throws IOException, InterruptedException {
    List<Token> tokens = tokens(nodes, each);
    ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
    try {
      var parts = new ArrayList<Future<?>>();
      for (int from = 0; from < tokens.size(); from += PER_CONNECTION) {
        List<Token> part = tokens.subList(from, Math.min(tokens.size(), from + PER_CONNECTION));
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

  private static List<Token> tokens(List<String> nodes, int each) {
    var tokens = new ArrayList<Token>(nodes.size() * each);
    for (int number = 0; number < each; number++) {
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
