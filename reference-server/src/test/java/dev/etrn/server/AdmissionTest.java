package dev.etrn.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.Admission.Answer;
import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.config.SessionLimits;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  @Test
  void greets421BeyondTheSessionsOfOneAddressAndServesOthers() throws IOException {
    var nowhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var config =
        BuiltInConfig.config(nowhere, nowhere)
            .withLimits(SessionLimits.STANDARD.withSessions(100, 2));
    List<Socket> open = new ArrayList<>();
    try (EtrnServer server = EtrnServer.start(config)) {
      for (String greeting :
          List.of("220 ", "220 ", "421 too many connections from your address")) {
        open.add(connect(server, "127.0.0.2"));
        assertThat(greeting(open.get(open.size() - 1))).startsWith(greeting);
      }
      open.add(connect(server, "127.0.0.3"));
      assertThat(greeting(open.get(3))).startsWith("220 ");
      open.get(0).close();
      Awaitility.await("room for another from the address")
          .until(
              () -> {
                try (Socket next = connect(server, "127.0.0.2")) {
                  return greeting(next).startsWith("220 ");
                }
              });
    } finally {
      for (Socket socket : open) {
        socket.close();
      }
    }
  }

  @Test
  void countsAnIpv6NetworkAsOneAddress() throws UnknownHostException {
    var admission = new Admission(() -> SessionLimits.STANDARD.withSessions(10, 1));
    assertThat(admission.admit(address("2001:db8::1"))).isEqualTo(Answer.ADMITTED);
    assertThat(admission.admit(address("2001:db8::2"))).isEqualTo(Answer.TOO_MANY_FROM_ADDRESS);
    assertThat(admission.admit(address("2001:db8:0:1::2"))).isEqualTo(Answer.ADMITTED);
  }

  @Test
  void remembersNoMoreAddressesThanThereAreSessions() throws UnknownHostException {
    var admission = new Admission(() -> SessionLimits.STANDARD.withSessions(100, 10));
    for (int i = 0; i < 10_000; i++) {
      InetAddress address = InetAddress.getByAddress(new byte[] {10, 0, (byte) (i >> 8), (byte) i});
      assertThat(admission.admit(address)).isEqualTo(i < 100 ? Answer.ADMITTED : Answer.TOO_MANY);
    }
    assertThat(admission.addresses()).isEqualTo(100);
    for (int i = 0; i < 100; i++) {
      admission.release(InetAddress.getByAddress(new byte[] {10, 0, 0, (byte) i}));
    }
    assertThat(admission.addresses()).isZero();
  }

  @Test
  void keepsItsCountsAndForgetsEveryAddressWhenManyThreadsComeAndGo() throws UnknownHostException {
    List<InetAddress> addresses = List.of(address("192.0.2.1"), address("192.0.2.2"));
    var admission = new Admission(() -> SessionLimits.STANDARD.withSessions(3, 2));
    CompletableFuture<?>[] clients = new CompletableFuture<?>[8];
    for (int i = 0; i < clients.length; i++) {
      InetAddress address = addresses.get(i % 2);
      clients[i] = CompletableFuture.runAsync(() -> comeAndGo(admission, address));
    }
    CompletableFuture.allOf(clients).join();
    assertThat(admission.addresses()).isZero();
    assertThat(admission.admit(InetAddress.getLoopbackAddress())).isEqualTo(Answer.ADMITTED);
  }

  private static void comeAndGo(Admission admission, InetAddress address) {
    for (int i = 0; i < 20_000; i++) {
      if (admission.admit(address) == Answer.ADMITTED) {
        admission.release(address);
      }
    }
  }

  private static InetAddress address(String literal) throws UnknownHostException {
    return InetAddress.getByName(literal);
  }

  private static Socket connect(EtrnServer server, String source) throws IOException {
    var socket = new Socket();
    socket.bind(new InetSocketAddress(source, 0));
    socket.connect(server.address());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static String greeting(Socket socket) throws IOException {
    return new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
        .readLine();
  }
}
