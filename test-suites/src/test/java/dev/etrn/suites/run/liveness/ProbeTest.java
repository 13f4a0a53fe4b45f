package dev.etrn.suites.run.liveness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.suites.targets.RemoteTarget;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.targets.profile.TlsUse;
import dev.etrn.suites.wire.client.CannedReplyServer;
import dev.etrn.suites.wire.client.ClientIdentity;
import dev.etrn.suites.wire.client.ConnectionTimeouts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("slow")
class ProbeTest {

  private static final Duration SHORT = Duration.ofSeconds(1);
  private static final TargetProfile PROFILE =
      new TargetProfile(Nodes.NONE, false, SHORT, SHORT, SHORT, OptionalInt.empty(), false);

  private static ProbedTarget probe(
      InetSocketAddress address, TargetProfile profile, Runnable whileWaiting)
      throws TargetUnavailableException {
    var target = new RemoteTarget("test", address, profile, Optional.empty());
    return Probe.of("test", target.start(Optional.empty()), whileWaiting);
  }

  @Test
  void usesStartTlsWhereItIsAnnounced() throws Exception {
    assertThat(tlsAfter("250-hub\r\n250-STARTTLS\r\n250 ETRN\r\n")).isEqualTo(TlsUse.STARTTLS);
    assertThat(tlsAfter("250-hub\r\n250 ETRN\r\n")).isEqualTo(TlsUse.NONE);
  }

  private static TlsUse tlsAfter(String ehlo) throws Exception {
    try (var server =
        new CannedReplyServer(
            "220 hub\r\n", line -> line.startsWith("EHLO") ? ehlo : "500 no\r\n")) {
      return probe(server.address(), PROFILE, () -> {}).profile().tls();
    }
  }

  @Test
  void saysWhoItIsAsItIsTold() throws Exception {
    var lines = new CopyOnWriteArrayList<String>();
    try (var server =
        new CannedReplyServer(
            "220 hub\r\n",
            line -> {
              lines.add(line);
              return "250 hub\r\n";
            })) {
      var identity = new ClientIdentity("me.test", "me@me.test");
      probe(server.address(), PROFILE.withClient(identity), () -> {});
    }
    assertThat(lines).contains("EHLO me.test\r\n");
  }

  @Test
  @Timeout(30)
  void waitsForALateGreetingAndTellsThatItDoes() throws Exception {
    var notices = new AtomicInteger();
    var waiting = new CompletableFuture<Void>();
    try (var listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> served = CompletableFuture.runAsync(() -> serve(listener, waiting));
      var timeouts = new ConnectionTimeouts(Duration.ofSeconds(20), SHORT);
      ProbedTarget probed =
          probe(
              (InetSocketAddress) listener.getLocalSocketAddress(),
              PROFILE.withTimeouts(timeouts),
              () -> {
                notices.incrementAndGet();
                waiting.complete(null);
              });
      assertThat(notices).hasValue(1);
      assertThat(probed.profile().timeouts().greeting()).isGreaterThan(Duration.ofSeconds(6));
      assertThat(probed.profile().timeouts().reply()).isEqualTo(SHORT);
      served.join();
    }
  }

  /** Greets after the client reported that it waits. */
  private static void serve(ServerSocket listener, CompletableFuture<Void> waiting) {
    try (Socket socket = listener.accept()) {
      waiting.join();
      for (String reply : List.of("220 hub", "250 hub", "500 no", "221 bye")) {
        socket.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
      }
      while (socket.getInputStream().read() >= 0) {}
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void saysThatAServerDoesNotBeginWithTls() throws Exception {
    var security = PROFILE.security().withTls(TlsUse.IMPLICIT);
    try (var server = new CannedReplyServer("220 hub\r\n", line -> CannedReplyServer.CLOSE)) {
      InetSocketAddress address = server.address();
      assertThatThrownBy(() -> probe(address, PROFILE.withSecurity(security), () -> {}))
          .isInstanceOf(TargetUnavailableException.class)
          .hasMessageContaining("does not begin with TLS")
          .hasMessageEndingWith("correct target.tls or target.address");
    }
  }
}
