package dev.etrn.suites.wire.scripted;

import dev.etrn.suites.transcript.ClientSession;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Event.Closing;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Visit;
import dev.etrn.suites.wire.Addresses;
import dev.etrn.suites.wire.Recorder;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLSocket;

/**
 * One client at the provider. Takes one command at a time, answers it as planned, and records what
 * comes meanwhile, so that the transcript shows who did not wait.
 */
final class ScriptedServerConnection implements Runnable {

  private static final int KNOCK_MILLIS = 2_000;
  private static final int LONGEST_INPUT = 1 << 20;

  private final ScriptedServer provider;
  private final Recorder recorder;
  private final End end;
  private final StringBuilder input = new StringBuilder();
  private final byte[] buffer = new byte[16 * 1024];
  private volatile Socket socket;
  private volatile boolean ended;
  private volatile boolean over;
  private boolean inContent;
  private boolean gone;

  ScriptedServerConnection(ScriptedServer provider, Socket socket, int number, Recorder recorder) {
    this.provider = provider;
    this.socket = socket;
    this.recorder = recorder;
    this.end = new End(End.Side.PROVIDER, number);
    recorder.record(
        nanos ->
            new Event.Opened(
                nanos,
                end,
                Addresses.text(socket.getLocalSocketAddress()),
                Addresses.text(socket.getRemoteSocketAddress())));
  }

  boolean isOver() {
    return over;
  }

  void close() {
    ended = true;
    try {
      socket.close();
    } catch (IOException e) {
      // Closing was all that was wanted.
      ended = true;
    }
  }

  @Override
  public void run() {
    Closing how;
    try {
      socket.setTcpNoDelay(true);
      how = perform(provider.greeting()) ? serve() : Closing.BY_US;
    } catch (IOException e) {
      how = ended ? Closing.BY_US : Closing.RESET_BY_PEER;
    }
    Closing closing = how;
    recorder.record(nanos -> new Event.Closed(nanos, end, closing));
    close();
    over = true;
    provider.changed();
  }

  private Closing serve() throws IOException {
    while (true) {
      String taken = take();
      if (taken.isEmpty()) {
        if (!read(0)) {
          return Closing.BY_PEER;
        }
      } else if (!answer(taken)) {
        return gone && !ended ? Closing.BY_PEER : Closing.BY_US;
      }
    }
  }

  /** Takes one command or one content off the input; empty when there is no whole one. */
  private String take() {
    String mark = inContent ? "\r\n.\r\n" : "\n";
    boolean isEmptyContent = inContent && input.indexOf(".\r\n") == 0;
    int at = isEmptyContent ? 0 : input.indexOf(mark);
    if (at < 0) {
      return "";
    }
    int to = isEmptyContent ? 3 : at + mark.length();
    String taken = input.substring(0, to);
    input.delete(0, to);
    return taken;
  }

  private boolean answer(String taken) throws IOException {
    String verb =
        inContent
            ? ScriptedServerPlan.CONTENT
            : taken.split("[ \r\n]", 2)[0].toUpperCase(Locale.ROOT);
    String step = inContent ? ClientSession.CONTENT : ClientSession.COMMAND;
    recorder.record(nanos -> new Event.Step(nanos, end, step));
    List<ScriptedAction> moves = provider.next(verb);
    inContent = verb.equals("DATA") && begins(moves, "354");
    return perform(moves);
  }

  private static boolean begins(List<ScriptedAction> moves, String code) {
    return moves.stream()
        .anyMatch(m -> m instanceof ScriptedAction.Say say && say.octets().startsWith(code));
  }

  /** Says whether the connection goes on. */
  private boolean perform(List<ScriptedAction> moves) throws IOException {
    for (ScriptedAction move : moves) {
      if (move instanceof ScriptedAction.Say say) {
        say(say.octets());
      } else if (move instanceof ScriptedAction.Pause pause) {
        listen(pause.time());
      } else if (move instanceof ScriptedAction.Silence) {
        listen(Duration.ofDays(1));
      } else if (move instanceof ScriptedAction.Knock knock) {
        knock(knock);
      } else if (move instanceof ScriptedAction.Encrypt) {
        encrypt();
      } else if (move instanceof ScriptedAction.Close) {
        return false;
      }
      if (gone) {
        return false;
      }
    }
    return true;
  }

  private void say(String text) throws IOException {
    Octets octets = Octets.of(text);
    recorder.record(nanos -> new Event.Sent(nanos, end, octets));
    socket.getOutputStream().write(octets.toByteArray());
  }

  /** Records what comes for {@code time}, or until the client leaves. */
  private void listen(Duration time) throws IOException {
    long deadline = System.nanoTime() + time.toNanos();
    long from = recorder.now();
    long left;
    while (!gone && (left = deadline - System.nanoTime()) > 0) {
      read((int) Math.max(1, Math.min(Integer.MAX_VALUE, left / 1_000_000)));
    }
    recorder.record(nanos -> new Event.Waited(nanos, end, nanos - from));
  }

  /** Reads once; says whether the client is still there. */
  private boolean read(int atMostMillis) throws IOException {
    socket.setSoTimeout(atMostMillis);
    try {
      int count = socket.getInputStream().read(buffer);
      if (count < 0 || input.length() > LONGEST_INPUT) {
        gone = true;
        return false;
      }
      Octets octets = Octets.of(Arrays.copyOf(buffer, count));
      recorder.record(nanos -> new Event.Received(nanos, end, octets));
      input.append(octets.text());
    } catch (SocketTimeoutException e) {
      // Silence is what a pause listens for.
      return true;
    }
    return true;
  }

  private void knock(ScriptedAction.Knock knock) {
    String how = Visit.TAKEN;
    try (var back = new Socket()) {
      back.connect(knock.at(), KNOCK_MILLIS);
    } catch (IOException e) {
      how = Addresses.reason(e);
    }
    String came = how;
    recorder.record(nanos -> Visit.connectedBack(nanos, came));
  }

  /** What came in the clear behind STARTTLS is not taken for a command (RFC 3207 section 4). */
  private void encrypt() throws IOException {
    var encrypted =
        (SSLSocket)
            provider
                .tls()
                .getSocketFactory()
                .createSocket(socket, socket.getInetAddress().getHostAddress(), 0, true);
    encrypted.setUseClientMode(false);
    encrypted.startHandshake();
    input.setLength(0);
    socket = encrypted;
    recorder.record(nanos -> new Event.Step(nanos, end, ClientSession.TLS));
  }
}
