package dev.etrn.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The handling of peers that drip octets, that never end a line, and that never read. */
class SessionHandlerTest {

  private static final int PIECE = 64 * 1024;
  private static final Duration COMMAND = Duration.ofMinutes(5);
  private static final Duration CONTENT = Duration.ofMinutes(20);
  private static final Duration TRANSMIT = Duration.ofMinutes(10);
  private static final Duration DRIP = Duration.ofSeconds(20);
  private static final String INTO_CONTENT =
      "EHLO c.test\r\nMAIL FROM:<a@c.test>\r\nRCPT TO:<b@branch.example>\r\nDATA\r\n";

  private PeerChannel peer;

  @BeforeEach
  void connect() throws Exception {
    peer = PeerChannel.connect(new SessionTimeouts.Waits(COMMAND, CONTENT, TRANSMIT));
    assertThat(peer.heard()).startsWith("220 ");
  }

  @Test
  void endsAPeerThatDripsOctetsOfOneCommand() {
    Duration dripped = Duration.ZERO;
    while (peer.isOpen() && dripped.compareTo(COMMAND) < 0) {
      assertThat(peer.heard()).isEmpty();
      peer.send("x");
      peer.pass(DRIP);
      dripped = dripped.plus(DRIP);
    }
    assertThat(peer.heard()).startsWith("421 4.4.2 ");
    assertThat(peer.isOpen()).isFalse();
    assertThat(dripped).isEqualTo(COMMAND);
  }

  @Test
  void waitsAgainAfterEachWholeCommand() {
    for (int i = 0; i < 10; i++) {
      peer.pass(COMMAND.minusSeconds(1));
      peer.send("NOOP\r\n");
      assertThat(peer.heard()).startsWith("250 ");
    }
    peer.pass(COMMAND.minusSeconds(1));
    assertThat(peer.isOpen()).isTrue();
    peer.pass(Duration.ofSeconds(1));
    assertThat(peer.heard()).startsWith("421 4.4.2 ");
  }

  @Test
  void waitsLongerForContentThanForACommand() {
    peer.send(INTO_CONTENT);
    peer.pass(CONTENT.minusSeconds(1));
    assertThat(peer.heard()).endsWith("one dot\r\n");
    peer.pass(Duration.ofSeconds(1));
    assertThat(peer.heard()).startsWith("421 4.4.2 ");
  }

  @Test
  void endsAPeerThatDripsContentButNotOneThatIsSlow() {
    peer.send(INTO_CONTENT);
    for (int i = 0; i < 10; i++) {
      peer.send("x".repeat(1022) + "\r\n");
      peer.pass(CONTENT.minusSeconds(1));
    }
    assertThat(peer.heard()).endsWith("one dot\r\n");
    for (int i = 0; i < CONTENT.dividedBy(DRIP) && peer.isOpen(); i++) {
      peer.send(".");
      peer.pass(DRIP);
    }
    assertThat(peer.heard()).startsWith("421 4.4.2 ");
    assertThat(peer.isOpen()).isFalse();
  }

  @Test
  void holdsNothingOfAnEndlessLineAndEndsIt() {
    String piece = "x".repeat(PIECE);
    for (int i = 0; i < 300; i++) {
      peer.send(piece);
      assertThat(peer.heldOctets()).isLessThan(4 * PIECE);
      peer.pass(Duration.ofSeconds(1));
    }
    assertThat(peer.heard()).startsWith("421 4.4.2 ");
    assertThat(peer.isOpen()).isFalse();
  }

  @Test
  void holdsLittleForAPeerThatAsksMuchAndReadsNothingAndAnswersAllOfItLater() {
    int commands = 0;
    String pipelined = "HELP\r\n".repeat(PIECE / 6);
    peer.setDeaf(true);
    while (peer.isRead() && commands < 10_000_000) {
      peer.send(pipelined);
      commands += PIECE / 6;
    }
    assertThat(peer.isRead()).isFalse();
    assertThat(peer.pendingOctets()).isBetween(1L, 256L * 1024);
    assertThat(peer.heldOctets()).isLessThan(4 * PIECE);
    peer.setDeaf(false);
    assertThat(peer.heard().lines()).hasSize(commands).allMatch(line -> line.startsWith("214 "));
    assertThat(peer.isRead()).isTrue();
  }

  @Test
  void holdsNothingOnceAllIsAnswered() {
    peer.setDeaf(true);
    // More than one read, as TLS delivers it: several records at once.
    for (int i = 0; i < 10; i++) {
      peer.send("HELP\r\n".repeat(PIECE / 6));
    }
    assertThat(peer.heldOctets()).isGreaterThan(PIECE);
    peer.setDeaf(false);
    assertThat(peer.heard().lines()).hasSize(10 * (PIECE / 6));
    assertThat(peer.heldOctets()).isZero();
  }

  @Test
  void endsAPeerThatNeverReads() {
    peer.setDeaf(true);
    peer.send("NOOP\r\n".repeat(PIECE / 6));
    peer.pass(TRANSMIT.minusSeconds(1));
    assertThat(peer.isOpen()).isTrue();
    peer.pass(Duration.ofSeconds(1));
    assertThat(peer.isOpen()).isFalse();
    assertThat(peer.heard()).isEmpty();
  }

  @Test
  void endsAPeerThatDoesNotEvenReadItsFarewell() {
    peer.setDeaf(true);
    peer.send("NOOP\r\n");
    peer.pass(COMMAND);
    assertThat(peer.isOpen()).isTrue();
    peer.pass(TRANSMIT);
    assertThat(peer.isOpen()).isFalse();
  }
}
