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

/** {@code etrn serve} in a process of its own, on any port. */
final class ServeProcess implements AutoCloseable {

  private final Process process;
  private final InetSocketAddress address;

  private ServeProcess(Process process, InetSocketAddress address) {
    this.process = process;
    this.address = address;
  }

  /** Starts it with these options, and waits until it listens. */
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

  /** Whether it ended by itself within that time. */
  boolean endsWithin(int millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /** {@code kill -9} */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  /** SIGTERM, and no wait. */
  void terminate() {
    process.destroy();
  }

  /** The exit code, when it has ended within a minute. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
