package dev.etrn.suites.wire.scripted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.transcript.ClientSession;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.EphemeralCertificate;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.SinkUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScriptedServerTest {

  private static final Duration SOON = Duration.ofSeconds(10);

  private final Recorder recorder = Recorder.start();
  private ScriptedServer provider = open();

  private static ScriptedServer open() {
    try {
      var any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      return ScriptedServer.listen(any, EphemeralCertificate.context());
    } catch (SinkUnavailableException e) {
      throw new IllegalStateException(e);
    }
  }

  @BeforeEach
  void begin() {
    provider.open(
        ScriptedServerPlan.offering("ETRN").replying("ETRN", "459 no", "250 ok"), 1, recorder);
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void answersEachCommandAsPlannedAndRecordsIt() throws Exception {
    say("EHLO a.test\r\n", "ETRN a.test\r\n", "ETRN b.test\r\n", "ETRN c.test\r\n", "QUIT\r\n");
    ClientSession session = session();
    assertThat(session.commands())
        .extracting(ClientSession.Command::verb)
        .containsExactly("EHLO", "ETRN", "ETRN", "ETRN", "QUIT");
    assertThat(session.etrns())
        .extracting(ClientSession.Command::code)
        .containsExactly(459, 250, 250);
    assertThat(session.etrns()).allSatisfy(c -> assertThat(c.early().size()).isZero());
  }

  @Test
  void showsWhatCameBeforeTheReply() throws Exception {
    var late =
        ScriptedServerPlan.offering("ETRN")
            .answering(
                "ETRN",
                List.of(
                    new ScriptedAction.Pause(Duration.ofMillis(200)),
                    new ScriptedAction.Say("250 ok\r\n")));
    provider.open(late, 1, recorder);
    say("EHLO a.test\r\n", "ETRN a.test\r\nNOOP\r\n", "", "QUIT\r\n");
    assertThat(session().etrns().get(0).early().text()).isEqualTo("NOOP\r\n");
  }

  @Test
  void takesTheContentOfAMessageAsOne() throws Exception {
    say("MAIL FROM:<>\r\n", "RCPT TO:<a@a.test>\r\n", "DATA\r\n", "ETRN x\r\n.\r\n", "QUIT\r\n");
    ClientSession session = session();
    assertThat(session.etrns()).isEmpty();
    assertThat(session.commands().get(3).isContent()).isTrue();
    assertThat(session.commands().get(3).code()).isEqualTo(250);
  }

  @Test
  void turnsAwayWhoComesBetweenVisits() throws Exception {
    assertThat(provider.end()).isZero();
    try (var socket = new Socket()) {
      socket.connect(provider.address());
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
    assertThat(ClientSession.all(recorder.transcript("test"))).isEmpty();
  }

  /** Reads one reply line after each text, and before the first. */
  private void say(String... texts) throws IOException, InterruptedException {
    try (var socket = new Socket()) {
      socket.connect(provider.address());
      socket.setSoTimeout((int) SOON.toMillis());
      readReply(socket);
      for (String text : texts) {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        readReply(socket);
      }
    }
    assertThat(provider.awaitQuiet(Duration.ofMillis(1), SOON)).isTrue();
  }

  private static void readReply(Socket socket) throws IOException {
    String line;
    do {
      var octets = new StringBuilder();
      int octet;
      while ((octet = socket.getInputStream().read()) >= 0 && octet != '\n') {
        octets.append((char) octet);
      }
      line = octets.toString();
    } while (line.length() > 3 && line.charAt(3) == '-');
  }

  private ClientSession session() {
    Transcript transcript = recorder.transcript("test");
    return ClientSession.all(transcript).get(0);
  }
}
