package dev.etrn.server.queue.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.QueuedMessage;
import dev.etrn.server.queue.StoreUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteQueueTest extends MessageStoreContract {

  @TempDir private Path directory = Path.of("");

  @Override
  MessageStore open(long mostOctets, Clock clock) throws Exception {
    return SqliteQueue.open(directory.resolve("contract"), mostOctets, clock);
  }

  @Test
  void hasEverythingAgainAfterARestart() throws Exception {
    Path own = directory.resolve("own");
    try (SqliteQueue queue = SqliteQueue.open(own, 1000)) {
      add(queue, "first", "a@a.test", "b@a.test");
      add(queue, "second", "a@a.test");
      add(queue, "settled", "a@a.test");
      add(queue, "failed", "a@a.test");
      List<QueuedMessage> claimed = queue.claim("a.test", 4);
      queue.settle(claimed.get(2));
      queue.fail(claimed.get(3), "550 never");
      queue.release(claimed.get(0), List.of("b@a.test"));
    }
    try (SqliteQueue queue = SqliteQueue.open(own, 1000)) {
      assertThat(queue.waiting(new QueueSelection.WholeChannel("tcp_a"))).isEqualTo(2);
      List<QueuedMessage> reopened = queue.claim("a.test", 10);
      assertThat(reopened)
          .extracting(message -> new String(message.content(), StandardCharsets.US_ASCII))
          .containsExactly("first", "second");
      assertThat(reopened.get(0).recipients()).containsExactly("b@a.test");
      assertThat(reopened.get(0).sender()).isEqualTo("s@c.test");
      add(queue, "third", "a@a.test");
      assertThat(queue.claim("a.test", 10).get(0).id()).isGreaterThan(4);
    }
  }

  @Test
  void letsOnlyTheOwnerReadTheMail() throws Exception {
    Path own = directory.resolve("private");
    try (SqliteQueue queue = SqliteQueue.open(own, 1000)) {
      add(queue, "secret", "a@a.test");
      assertThat(modes(own).values()).allMatch(mode -> mode.matches("rw[x-]------"));
      assertThat(modes(own)).containsEntry(own, "rwx------").hasSizeGreaterThan(3);
    }
    Files.setPosixFilePermissions(
        own.resolve("queue.db"), PosixFilePermissions.fromString("rw-r--r--"));
    Files.writeString(own.resolve("native/left-by-a-killed-server.so"), "x");
    SqliteQueue.open(own, 1000).close();
    assertThat(modes(own)).containsEntry(own.resolve("queue.db"), "rw-------");
    assertThat(own.resolve("native/left-by-a-killed-server.so")).doesNotExist();
  }

  private static Map<Path, String> modes(Path directory) throws IOException {
    Path library = directory.resolve("native");
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths
          .filter(path -> path.equals(library) || !path.startsWith(library))
          .collect(Collectors.toMap(path -> path, SqliteQueueTest::mode));
    }
  }

  private static String mode(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void takesMessagesOfManyAtOnce() throws Exception {
    try (SqliteQueue queue = SqliteQueue.open(directory.resolve("many"), 1_000_000)) {
      CompletableFuture<?>[] submissions =
          IntStream.range(0, 2000)
              .mapToObj(i -> queue.enqueue(submission("m" + i, "a@n" + i % 7 + ".test")))
              .toArray(CompletableFuture[]::new);
      CompletableFuture.allOf(submissions).join();
      assertThat(queue.waiting(new QueueSelection.WholeChannel("tcp_a"))).isEqualTo(2000);
      assertThat(queue.claim("n3.test", 1000)).hasSize(286);
    }
  }

  @Test
  void refusesADirectoryThatAnotherServerUsesOrThatIsNone() throws Exception {
    Path own = directory.resolve("own");
    try (SqliteQueue queue = SqliteQueue.open(own, 1000)) {
      assertThat(queue.waiting(new QueueSelection.WholeChannel("tcp_a"))).isZero();
      assertThatThrownBy(() -> SqliteQueue.open(own, 1000))
          .isInstanceOf(StoreUnavailableException.class);
    }
    Path file = Files.writeString(directory.resolve("file"), "x");
    assertThatThrownBy(() -> SqliteQueue.open(file, 1000))
        .isInstanceOf(StoreUnavailableException.class)
        .hasMessageContaining("cannot be used");
    Path corrupt = Files.createDirectory(directory.resolve("corrupt"));
    Files.writeString(corrupt.resolve("queue.db"), "this is not a database".repeat(100));
    assertThatThrownBy(() -> SqliteQueue.open(corrupt, 1000))
        .isInstanceOf(StoreUnavailableException.class);
  }

  private static void add(SqliteQueue queue, String content, String... recipients) {
    queue.enqueue(submission(content, recipients)).join();
  }

  private static IncomingMessage submission(String content, String... recipients) {
    String node = recipients[0].substring(recipients[0].indexOf('@') + 1);
    var destination = new IncomingMessage.Destination("tcp_a", node, List.of(recipients));
    return new IncomingMessage(
        "s@c.test", List.of(destination), content.getBytes(StandardCharsets.US_ASCII));
  }
}
