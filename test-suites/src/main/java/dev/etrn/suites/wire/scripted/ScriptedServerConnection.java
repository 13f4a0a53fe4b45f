package dev.etrn.suites.wire.scripted;

import dev.etrn.suites.transcript.ClientSession;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Event.Closing;
import dev.etrn.suites.transcript.Facts;
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
 * A connection of a client to the scripted server. It takes one command at a time, answers it as
 * planned, and records octets that come meanwhile, so that the transcript shows a client that did
 * not wait.
 */
final class ScriptedServerConnection implements Runnable {

  private static final int CONNECT_BACK_MILLIS = 2_000;
  private static final int LONGEST_INPUT = 1 << 20;

  private final ScriptedServer provider;
  private final Recorder recorder;
  private final End end;
  private final StringBuilder input = new StringBuilder();
  private final byte[] buffer = new byte[16 * 1024];
  private volatile Socket socket;
  private volatile boolean isEnded;
  private volatile boolean isOver;
  private boolean inContent;
  private boolean isGone;

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
    return isOver;
  }

  void close() {
    isEnded = true;
    try {
      socket.close();
    } catch (IOException e) {
      // The connection is given up anyway.
      isEnded = true;
    }
  }

  @Override
  public void run() {
    Closing outcome;
    try {
      socket.setTcpNoDelay(true);
      outcome = perform(provider.greeting()) ? serve() : Closing.BY_US;
    } catch (IOException e) {
      outcome = isEnded ? Closing.BY_US : Closing.RESET_BY_PEER;
    }
    Closing closing = outcome;
    recorder.record(nanos -> new Event.Closed(nanos, end, closing));
    close();
    isOver = true;
    provider.changed();
  }

  private Closing serve() throws IOException {
    while (true) {
      String unit = take();
      if (unit.isEmpty()) {
        if (!read(0)) {
          return Closing.BY_PEER;
        }
      } else if (!answer(unit)) {
        return isGone && !isEnded ? Closing.BY_PEER : Closing.BY_US;
      }
    }
  }

  /** Takes one command or one content off the input; empty if none is complete. */
  private String take() {
    String mark = inContent ? "\r\n.\r\n" : "\n";
    boolean isEmptyContent = inContent && input.indexOf(".\r\n") == 0;
    int markStart = isEmptyContent ? 0 : input.indexOf(mark);
    if (markStart < 0) {
      return "";
    }
    int unitEnd = isEmptyContent ? 3 : markStart + mark.length();
    String unit = input.substring(0, unitEnd);
    input.delete(0, unitEnd);
    return unit;
  }

  private boolean answer(String unit) throws IOException {
    String verb =
        inContent
            ? ScriptedServerPlan.CONTENT
            : unit.split("[ \r\n]", 2)[0].toUpperCase(Locale.ROOT);
    String step = inContent ? ClientSession.CONTENT : ClientSession.COMMAND;
    recorder.record(nanos -> new Event.Step(nanos, end, step));
    List<ScriptedAction> actions = provider.next(verb);
    inContent = verb.equals("DATA") && begins(actions, "354");
    return perform(actions);
  }

  private static boolean begins(List<ScriptedAction> actions, String code) {
    return actions.stream()
        .anyMatch(
            action -> action instanceof ScriptedAction.Say say && say.octets().startsWith(code));
  }

  /** Performs the actions; returns true if the connection goes on. */
  private boolean perform(List<ScriptedAction> actions) throws IOException {
    for (ScriptedAction action : actions) {
      if (action instanceof ScriptedAction.Say say) {
        say(say.octets());
      } else if (action instanceof ScriptedAction.Pause pause) {
        listen(pause.time());
      } else if (action instanceof ScriptedAction.Silence) {
        listen(Duration.ofDays(1));
      } else if (action instanceof ScriptedAction.ConnectBack back) {
        connectBack(back);
      } else if (action instanceof ScriptedAction.Encrypt) {
        encrypt();
      } else if (action instanceof ScriptedAction.Close) {
        return false;
      }
      if (isGone) {
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

  /** Records received octets for {@code time}, or until the client leaves. */
  private void listen(Duration time) throws IOException {
    long deadline = System.nanoTime() + time.toNanos();
    long startNanos = recorder.now();
    long remaining;
    while (!isGone && (remaining = deadline - System.nanoTime()) > 0) {
      read((int) Math.max(1, Math.min(Integer.MAX_VALUE, remaining / 1_000_000)));
    }
    recorder.record(nanos -> new Event.Waited(nanos, end, nanos - startNanos));
  }

  /** Reads once; returns true if the client is still there. */
  private boolean read(int atMostMillis) throws IOException {
    socket.setSoTimeout(atMostMillis);
    try {
      int count = socket.getInputStream().read(buffer);
      if (count < 0 || input.length() > LONGEST_INPUT) {
        isGone = true;
        return false;
      }
      Octets octets = Octets.of(Arrays.copyOf(buffer, count));
      recorder.record(nanos -> new Event.Received(nanos, end, octets));
      input.append(octets.text());
    } catch (SocketTimeoutException e) {
      // A pause expects silence.
      return true;
    }
    return true;
  }

  private void connectBack(ScriptedAction.ConnectBack back) {
    String outcome = Visit.TAKEN;
    try (var connection = new Socket()) {
      connection.connect(back.at(), CONNECT_BACK_MILLIS);
    } catch (IOException e) {
      outcome = Addresses.reason(e);
    }
    recorder.record(Facts.VISIT_CONNECT_BACK.of(outcome));
  }

  /** Begins TLS; drops octets sent in the clear after STARTTLS (RFC 3207 section 4). */
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
