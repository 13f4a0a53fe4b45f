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
 * it, with the addresses of this machine.
 */
final class ExampleServer implements AutoCloseable {

  private static final Path EXAMPLES = Path.of("..", "reference-server", "examples");

  private final EtrnServer server;

  private ExampleServer(EtrnServer server) {
    this.server = server;
  }

  /** Returns a server that only this machine reaches. */
  static ExampleServer onLoopback(String example, Path scratch, Map<String, String> texts)
      throws Exception {
    return start(example, scratch, InetAddress.getLoopbackAddress(), texts);
  }

  /** Returns a server that containers reach too. */
  static ExampleServer onAllAddresses(String example, Path scratch, Map<String, String> texts)
      throws Exception {
    return start(example, scratch, new InetSocketAddress(0).getAddress(), texts);
  }

  /**
   * @param scratch an empty directory for its files
   * @param texts the replacements in these files; each key must occur in one of them
   */
  private static ExampleServer start(
      String example, Path scratch, InetAddress address, Map<String, String> texts)
      throws Exception {
    String allText = "";
    for (Path file : files(example)) {
      String text = Files.readString(file);
      allText += text;
      for (Map.Entry<String, String> replacement : texts.entrySet()) {
        text = text.replace(replacement.getKey(), replacement.getValue());
      }
      Files.writeString(scratch.resolve(file.getFileName()), text);
    }
    assertThat(allText).contains(texts.keySet());
    var listen = new InetSocketAddress(address, 0);
    return new ExampleServer(EtrnServer.start(ConfigDirectory.read(scratch, listen).config()));
  }

  private static Iterable<Path> files(String example) throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES.resolve(example))) {
      return files.toList();
    }
  }

  /** Returns the address at which clients on this machine reach it. */
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
