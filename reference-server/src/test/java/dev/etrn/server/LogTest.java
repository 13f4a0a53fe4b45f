package dev.etrn.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.delivery.client.ScriptedExchanger;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.store.InMemoryQueue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** The log of ETRN requests and peers (PMDF-025, SEC-022, SEC-039). */
@Isolated("reads all that the server logs")
class LogTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger("dev.etrn.server");
  private final ListAppender<ILoggingEvent> appender = new ListAppender<>();
  private final InMemoryQueue queue = new InMemoryQueue(10_000);

  @BeforeEach
  void listen() {
    logger.setLevel(Level.DEBUG);
    logger.setAdditive(false);
    appender.start();
    logger.addAppender(appender);
  }

  @AfterEach
  void end() {
    logger.detachAppender(appender);
    logger.setAdditive(true);
    logger.setLevel(null);
  }

  @Test
  void saysOfEachEtrnWhoAskedForWhatAndTheReply() throws Exception {
    talk("HELO c.test\r\nETRN branch.example\r\nETRN unknown.example\r\nQUIT\r\n", Map.of());
    assertThat(lines())
        .contains(
            "ETRN from 127.0.0.1: \"branch.example\" answered 251",
            "ETRN from 127.0.0.1: \"unknown.example\" answered 459");
  }

  @Test
  void escapesWhatClientsSend() throws Exception {
    talk(
        "HELO \u001B[31m\r\nETRN \u001B[2Jbranch.example\r\nETRN ${jndi:ldap://x}%n\r\n"
            + "ETRN \u00E2\u0080\u00A8x\r\nETRN a\u0000b\r\nETRN a\rb\r\nQUIT\r\n",
        Map.of());
    assertThat(lines()).anyMatch(line -> line.contains("\"${jndi:ldap://x}%n\""));
    assertThat(lines()).isNotEmpty().allMatch(line -> line.matches("[\\x20-\\x7E]*"));
  }

  @Test
  void escapesWhatExchangersSend() throws Exception {
    add();
    add();
    talk(
        "HELO c.test\r\nETRN branch.example\r\n",
        Map.of("DATA", "550 no \u001B[2J\u0007 a\u007Fb", "QUIT", "421 \u001B[2J"));
    assertThat(lines()).anyMatch(line -> line.contains("550 no \\u001B[2J"));
    assertThat(lines()).allMatch(line -> line.matches("[\\x20-\\x7E]*"));
  }

  @Test
  void saysNothingOfEtrnsUnlessAskedTo() throws Exception {
    logger.setLevel(Level.WARN);
    talk("HELO c.test\r\nETRN branch.example\r\nQUIT\r\n", Map.of());
    assertThat(lines()).isEmpty();
  }

  @Test
  void keepsCredentialsOutOfTheLog() throws Exception {
    talk(
        "EHLO c.test\r\nAUTH PLAIN AHNlY3JldAB3b3JkLW9mLXNlY3JldA==\r\nETRN a.example\r\nQUIT\r\n",
        Map.of());
    assertThat(lines()).isNotEmpty().noneMatch(line -> line.contains("AHNlY3JldAB"));
  }

  /**
   * Sends commands, and waits until the server closes the connection or has tried the waiting mail.
   */
  private void talk(String commands, Map<String, String> replies) throws IOException {
    try (var exchanger = new ScriptedExchanger(replies);
        EtrnServer server =
            EtrnServer.start(
                BuiltInConfig.config(anyPort(), exchanger.address()), queue, ServerObserver.NONE);
        var socket = new Socket(server.address().getAddress(), server.address().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(commands.getBytes(ISO_8859_1));
      if (commands.endsWith("QUIT\r\n")) {
        var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        assertThat(in.lines().toList()).last().asString().startsWith("221 ");
      } else {
        await("what waited is refused").until(() -> queue.totals().failed() == 2);
      }
    }
  }

  private List<String> lines() {
    return List.copyOf(appender.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private void add() {
    var destination =
        new IncomingMessage.Destination("tcp_x", "branch.example", List.of("r@branch.example"));
    queue
        .enqueue(new IncomingMessage("", List.of(destination), new byte[] {'x', '\r', '\n'}))
        .join();
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }
}
