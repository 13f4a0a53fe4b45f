package dev.etrn.server.delivery.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.delivery.client.ScriptedExchanger;
import dev.etrn.server.delivery.routing.RoutingResult;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.store.InMemoryQueue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The delivery to an exchanger that dies in any phase: no message is lost, and a healthy exchanger
 * gets them all.
 */
@Tag("slow")
class DyingExchangerTest {

  private static final String NODE = "branch.example";

  /**
   * The message at which the exchanger dies: the second, so that one succeeded over the same
   * connection.
   */
  private static final int DEADLY = 2;

  private final InMemoryQueue queue = new InMemoryQueue(1_000_000);

  /**
   * The phase in which the exchanger dies, and its last reply.
   *
   * @param key the key of the line in the exchanger's script
   * @param answer the reply before the end; empty for none
   * @param isUncertain true if the client may not know that the message was accepted
   */
  record Phase(String key, String answer, boolean isUncertain) {}

  static Stream<Arguments> deaths() {
    return Stream.of(
            new Phase("GREETING", "", false),
            new Phase("GREETING", "220 hello", false),
            new Phase("EHLO", "", false),
            new Phase("EHLO", "250 hello", false),
            new Phase("MAIL", "", false),
            new Phase("MAIL", "250 ok", false),
            new Phase("RCPT", "", false),
            new Phase("RCPT", "250 ok", false),
            new Phase("DATA", "", false),
            new Phase("DATA", "354 go on", false),
            new Phase("CONTENT", "", false),
            new Phase(".", "", true),
            new Phase(".", "250 taken", false),
            new Phase("QUIT", "", false),
            new Phase("QUIT", "221 bye", false))
        .flatMap(
            phase ->
                Stream.of("250 sink.example", "250-sink.example\r\n250 PIPELINING")
                    .flatMap(
                        ehlo ->
                            Stream.of(ScriptedExchanger.DROP, ScriptedExchanger.RESET)
                                .map(end -> Arguments.of(phase, ehlo, end))));
  }

  @ParameterizedTest
  @MethodSource("deaths")
  void losesAndDoublesNothing(Phase phase, String ehlo, String end) throws IOException {
    List<String> contents = List.of("one\n..\nlast\n", "two\n..\nlast\n", "three\n..\nlast\n");
    contents.forEach(this::add);
    var delivered = new ArrayList<String>();
    try (var dying = new ScriptedExchanger(script(phase, ehlo, end))) {
      QueueRunResult unused = deliver(dying);
      delivered.addAll(dying.messages());
    }
    try (var healthy = new ScriptedExchanger(Map.of("EHLO", ehlo))) {
      assertThat(deliver(healthy).reached()).isTrue();
      delivered.addAll(healthy.messages());
    }
    assertThat(queue.waiting(new QueueSelection.Node(NODE))).isZero();
    assertThat(delivered).containsAll(contents);
    // The reset may arrive before the reply to the final dot.
    boolean mayDouble = phase.isUncertain() || (phase.key().equals(".") && end.equals("(reset)"));
    assertThat(delivered.size()).isBetween(contents.size(), contents.size() + (mayDouble ? 1 : 0));
    assertThat(Collections.frequency(delivered, contents.get(0))).isEqualTo(1);
  }

  private static ScriptedExchanger.Script script(Phase phase, String ehlo, String end) {
    var seen = new ArrayList<String>();
    boolean isOnce = List.of("GREETING", "EHLO", "QUIT").contains(phase.key());
    return line -> {
      if (line.startsWith(phase.key())) {
        seen.add(line);
        // The content of each message has three lines; the exchanger dies inside the second
        // message.
        int deadly = isOnce ? 1 : phase.key().equals("CONTENT") ? 5 : DEADLY;
        if (seen.size() >= deadly) {
          return Optional.of(phase.answer() + end);
        }
      }
      return line.startsWith("EHLO") ? Optional.of(ehlo) : Optional.empty();
    };
  }

  private QueueRunResult deliver(ScriptedExchanger exchanger) {
    RoutingResult destination = RoutingResult.at(exchanger.address());
    return new QueueRun(
            queue,
            node -> destination,
            (message, refused, reason) -> true,
            ServerObserver.NONE,
            () -> "hub.example",
            4)
        .deliver(NODE, () -> false);
  }

  private void add(String content) {
    var destination =
        new IncomingMessage.Destination("tcp_branch", NODE, List.of("a@branch.example"));
    byte[] octets =
        content.replace("..", ".").replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII);
    queue.enqueue(new IncomingMessage("s@c.test", List.of(destination), octets)).join();
  }
}
