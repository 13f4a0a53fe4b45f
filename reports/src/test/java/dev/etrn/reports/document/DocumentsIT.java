package dev.etrn.reports.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.etrn.reports.cli.ShellLine;
import dev.etrn.reports.cli.ShellRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The commands in the documents; see {@link Document} for the marks. */
class DocumentsIT {

  private static final List<String> PORTS = List.of("2525", "2526", "2580");
  private static final String MARKS = "run|needs docker|by hand: .+";

  @TempDir private Path directory = Path.of("");

  static Stream<Document> documents() throws IOException {
    return Document.all().stream();
  }

  static Stream<Document> runDocuments() throws IOException {
    return documents().filter(one -> one.blocks().stream().anyMatch(b -> b.mark().equals("run")));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void haveCommandsThatParse(Document document) {
    for (Document.Block block : document.blocks()) {
      if (!block.language().equals("sh")) {
        continue;
      }
      assertThat(block.mark()).as("the mark of\n%s", block.text()).matches(MARKS);
      for (ShellLine command : block.commands()) {
        if (command.isEtrn()) {
          assertThatCode(command::parse).as("%s", command.words()).doesNotThrowAnyException();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("runDocuments")
  void haveCommandsThatRun(Document document) throws Exception {
    var script = new StringBuilder();
    int prints = 0;
    for (Document.Block block : document.blocks()) {
      if (block.mark().equals("run")) {
        assertThat(block.language()).isEqualTo("sh");
        script.append(block.text());
      } else if (block.mark().startsWith("file: ")) {
        Path file = directory.resolve(block.mark().substring("file: ".length()));
        Files.createDirectories(file.getParent());
        Files.writeString(file, block.text());
      } else if (block.mark().equals("prints")) {
        prints++;
      }
    }
    Files.createSymbolicLink(directory.resolve("etrn"), ShellRun.launcher(directory));
    Map<String, String> ports = freePorts();
    replacePorts(ports);
    String end = "kill $(jobs -p) 2>/dev/null || true\n";
    ShellRun run = ShellRun.of(directory, Map.of(), with(ports, script + end));
    assertThat(run.code()).as(run.said()).isZero();
    for (Document.Block block : document.blocks()) {
      if (block.mark().equals("prints")) {
        assertThat(run.said()).contains(with(ports, block.text()).split("\n"));
        prints--;
      }
    }
    assertThat(prints).isZero();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void quoteWhatIsThere(Document document) throws IOException {
    for (Document.Block block : document.blocks()) {
      if (block.mark().startsWith("from: ")) {
        Path source = Document.ROOT.resolve(block.mark().substring("from: ".length()));
        assertThat(unindented(Files.readString(source))).contains(unindented(block.text()));
      }
    }
    for (String link : document.links()) {
      Path to = Document.ROOT.resolve(document.path()).resolveSibling(link);
      assertThat(to).as("a link of %s", document).exists();
    }
  }

  private static String unindented(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  /** Returns free ports to use instead of those in documents, which may be in use here. */
  private static Map<String, String> freePorts() throws IOException {
    var sockets = new ArrayList<ServerSocket>();
    try {
      var free = new TreeMap<String, String>();
      for (String port : PORTS) {
        var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        sockets.add(socket);
        free.put(port, Integer.toString(socket.getLocalPort()));
      }
      return free;
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
  }

  private void replacePorts(Map<String, String> ports) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        Files.writeString(file, with(ports, Files.readString(file)));
      }
    }
  }

  private static String with(Map<String, String> ports, String text) {
    String replaced = text;
    for (Map.Entry<String, String> port : ports.entrySet()) {
      replaced = replaced.replace(port.getKey(), port.getValue());
    }
    return replaced;
  }
}
