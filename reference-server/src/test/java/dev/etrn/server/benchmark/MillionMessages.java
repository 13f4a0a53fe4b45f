package dev.etrn.server.benchmark;

import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.QueuedMessage;
import dev.etrn.server.queue.store.SqliteQueue;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * The benchmark of a store with a million small messages for a thousand nodes: the time to store
 * one, to reopen the store, to count, to claim and to remove one, and the heap for a waiting one.
 */
public final class MillionMessages {

  private static final int MESSAGES = Integer.getInteger("messages", 1_000_000);
  private static final int NODES = 1000;
  private static final int UNDER_WAY = 1000;
  private static final int SETTLED = 2000;
  private static final long MOST_OCTETS = 1L << 40;

  private final PrintStream out = System.out;

  private MillionMessages() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Files.createTempDirectory("etrn-million");
    try {
      new MillionMessages().measure(directory);
    } finally {
      delete(directory);
    }
  }

  private void measure(Path directory) throws Exception {
    long before = heap();
    takeAll(directory);
    openAgain(directory, before);
  }

  private void takeAll(Path directory) throws Exception {
    try (SqliteQueue queue = SqliteQueue.open(directory, MOST_OCTETS)) {
      long start = System.nanoTime();
      fill(queue);
      printEach("to store a message", start, MESSAGES);
    }
  }

  private void openAgain(Path directory, long before) throws Exception {
    long start = System.nanoTime();
    try (SqliteQueue queue = SqliteQueue.open(directory, MOST_OCTETS)) {
      out.printf("to reopen the store: %,d ms%n", (System.nanoTime() - start) / 1_000_000);
      out.printf(
          "heap: %.0f octets for each waiting message%n", (heap() - before) / (double) MESSAGES);
      count(queue);
      drain(queue);
    }
  }

  private static void fill(SqliteQueue queue) throws InterruptedException {
    var room = new Semaphore(UNDER_WAY);
    byte[] content =
        ("Subject: small\r\n\r\n" + "x".repeat(280) + "\r\n").getBytes(StandardCharsets.US_ASCII);
    CompletableFuture<?> last = CompletableFuture.completedFuture(null);
    for (int i = 0; i < MESSAGES; i++) {
      String node = node(i);
      var destination =
          new IncomingMessage.Destination("tcp_branch", node, List.of("inbox@" + node));
      room.acquire();
      last =
          queue
              .enqueue(new IncomingMessage("sender@client.example", List.of(destination), content))
              .whenComplete((done, failure) -> room.release());
    }
    last.join();
    room.acquire(UNDER_WAY);
  }

  private void count(SqliteQueue queue) {
    long start = System.nanoTime();
    int times = 100_000;
    long sum = 0;
    for (int i = 0; i < times; i++) {
      sum += queue.waiting(new QueueSelection.Node(node(i)));
    }
    printEach("to count the messages for a node (" + sum / times + ")", start, times);
    start = System.nanoTime();
    queue.overview(10_000);
    printEach("to make the overview of all nodes", start, 1);
  }

  private void drain(SqliteQueue queue) {
    long claiming = 0;
    long settling = 0;
    for (int batch = 0; batch < SETTLED / 100; batch++) {
      long start = System.nanoTime();
      List<QueuedMessage> claimed = queue.claim(node(batch), 100);
      claiming += System.nanoTime() - start;
      start = System.nanoTime();
      claimed.forEach(queue::settle);
      settling += System.nanoTime() - start;
    }
    out.printf("to claim one: %,d us%n", claiming / 1000 / SETTLED);
    out.printf("to remove one, one after another: %,d us%n", settling / 1000 / SETTLED);
  }

  private void printEach(String operation, long start, int times) {
    out.printf("%s: %,.1f us%n", operation, (System.nanoTime() - start) / 1000.0 / times);
  }

  private static String node(int i) {
    return "node" + i % NODES + ".example";
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
