package dev.etrn.load.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A server that plays a test's script on each connection, and keeps the lines that it read. */
final class ScriptedPeer implements AutoCloseable {

  /** The script for one connection, which is closed afterwards. */
  @FunctionalInterface
  interface Script {
    void play(Talk talk) throws IOException;
  }

  /** A connection, with methods for the lines of a script. */
  final class Talk {
    final Socket socket;
    private final BufferedReader in;

    Talk(Socket socket) throws IOException {
      this.socket = socket;
      this.in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    Talk say(String octets) throws IOException {
      socket.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
      return this;
    }

    /** Reads a line; returns null at the end. */
    @Nullable String hear() throws IOException {
      String line = in.readLine();
      if (line != null) {
        lines.add(line);
      }
      return line;
    }

    /** Reads to the end; returns true for a close and false for a reset. */
    boolean isClosedByPeer() {
      try {
        while (hear() != null) {
          // The method hear keeps each line.
        }
        return true;
      } catch (IOException e) {
        return false;
      }
    }

    void note(String text) {
      notes.add(text);
    }

    void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }

  final List<String> lines = new CopyOnWriteArrayList<>();
  final List<String> notes = new CopyOnWriteArrayList<>();
  private final ServerSocket listener;
  private final Script script;

  ScriptedPeer(Script script) throws IOException {
    this.script = script;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var thread = new Thread(this::serve, "scripted-peer");
    thread.setDaemon(true);
    thread.start();
  }

  InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void serve() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        script.play(new Talk(socket));
      } catch (IOException e) {
        // The script or the listener ended; tests check the user's steps, or the notes.
      }
    }
  }
}
