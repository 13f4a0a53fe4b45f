package dev.etrn.reports.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.cli.EtrnProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The {@code etrn serve} command in a process of its own, on any port. */
final class ServeProcess implements AutoCloseable {

  private final Process process;
  private final InetSocketAddress address;

  private ServeProcess(Process process, InetSocketAddress address) {
    this.process = process;
    this.address = address;
  }

  /** Starts the server with these options, and waits until it listens. */
  static ServeProcess start(String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("serve", "--listen", "127.0.0.1:0"));
    arguments.addAll(List.of(options));
    Process process =
        EtrnProcess.of(List.of(), arguments.toArray(String[]::new))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = process.inputReader();
    String line = out.readLine();
    assertThat(line).startsWith("listening on ");
    int port = Integer.parseInt(line.substring(line.lastIndexOf(':') + 1));
    return new ServeProcess(process, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
  }

  InetSocketAddress address() {
    return address;
  }

  /** Returns true if the server ended by itself within that time. */
  boolean endsWithin(int millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** Ends the server with {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  /** Sends SIGTERM without waiting. */
  void terminate() {
    process.destroy();
  }

  /** Returns the exit code, after waiting up to a minute for it. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
