package dev.etrn.suites.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.EtrnServer;
import dev.etrn.server.config.pmdf.ConfigDirectory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The reference server with one of its example configurations, as {@code etrn serve --config} runs
 * it, with the addresses of this machine put in.
 */
final class ExampleServer implements AutoCloseable {

  private static final Path EXAMPLES = Path.of("..", "reference-server", "examples");

  private final EtrnServer server;

  private ExampleServer(EtrnServer server) {
    this.server = server;
  }

  /** A server that only this machine reaches. */
  static ExampleServer onLoopback(String example, Path scratch, Map<String, String> texts)
      throws Exception {
    return start(example, scratch, InetAddress.getLoopbackAddress(), texts);
  }

  /** A server that containers reach too. */
  static ExampleServer onAllAddresses(String example, Path scratch, Map<String, String> texts)
      throws Exception {
    return start(example, scratch, new InetSocketAddress(0).getAddress(), texts);
  }

  /**
   * @param scratch an empty directory for its files
   * @param texts what is replaced in them; each must stand in one of them
   */
  private static ExampleServer start(
      String example, Path scratch, InetAddress at, Map<String, String> texts) throws Exception {
    String all = "";
    for (Path file : files(example)) {
      String text = Files.readString(file);
      all += text;
      for (Map.Entry<String, String> one : texts.entrySet()) {
        text = text.replace(one.getKey(), one.getValue());
      }
      Files.writeString(scratch.resolve(file.getFileName()), text);
    }
    assertThat(all).contains(texts.keySet());
    var listen = new InetSocketAddress(at, 0);
    return new ExampleServer(EtrnServer.start(ConfigDirectory.read(scratch, listen).config()));
  }

  private static Iterable<Path> files(String example) throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES.resolve(example))) {
      return files.toList();
    }
  }

  /** Where clients on this machine find it. */
  InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port());
  }

  int port() {
    return server.address().getPort();
  }

  @Override
  public void close() {
    server.close();
  }
}
