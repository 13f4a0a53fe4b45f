package dev.etrn.suites.reference;

import com.github.dockerjava.api.model.ContainerNetwork;
import dev.etrn.suites.containers.MtaImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.testcontainers.containers.Container.ExecResult;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * The machine of a partner: Postfix as its mail server, fetchmail to ask for its mail, and one
 * user, {@code inbox}.
 */
final class PartnerContainer implements AutoCloseable {

  private static final int SMTP = 25;
  private static final String THIS_HOST = "host.docker.internal";
  private static final Pattern SAID =
      Pattern.compile("postfix/smtpd\\[(\\d+)\\]: < [^:]*\\]: (.*)");

  private final GenericContainer<?> container;

  private PartnerContainer(GenericContainer<?> container) {
    this.container = container;
  }

  /**
   * Starts a container.
   *
   * @param name the name of its host; it delivers mail for that name to its user
   * @param holds a domain whose mail it holds until ETRN asks for it, or the empty string
   */
  static PartnerContainer start(String name, String holds) throws Exception {
    var container =
        new GenericContainer<>(DockerImageName.parse(image()))
            .withExtraHost(THIS_HOST, "host-gateway")
            .withEnv("HOLDS", holds)
            .withLabel("dev.etrn.harness", "partner")
            .withCreateContainerCmdModifier(command -> command.withHostName(name))
            .withStartupTimeout(Duration.ofMinutes(1))
            .waitingFor(Wait.forLogMessage(".*daemon started.*", 1));
    try {
      container.start();
      return new PartnerContainer(container);
    } catch (RuntimeException e) {
      container.close();
      throw e;
    }
  }

  private static String image() throws Exception {
    var files = new LinkedHashMap<String, byte[]>();
    for (String file : List.of("Dockerfile", "main.cf", "start")) {
      files.put(file, resource("partner/" + file));
    }
    return new MtaImage("partner", files).build();
  }

  private static byte[] resource(String path) throws IOException {
    try (InputStream in = PartnerContainer.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IOException("no resource " + path);
      }
      return in.readAllBytes();
    }
  }

  /** Returns its address on the engine's bridge, in both directions. */
  String address() {
    return container.getContainerInfo().getNetworkSettings().getNetworks().values().stream()
        .findFirst()
        .map(ContainerNetwork::getIpAddress)
        .orElseThrow();
  }

  InetSocketAddress smtp() {
    return new InetSocketAddress(address(), SMTP);
  }

  /** Makes held mail go to a port of this machine from now on. */
  void deliverHeldMailTo(int port) throws Exception {
    String find = "address=$(getent ahostsv4 " + THIS_HOST + " | awk 'NR == 1 { print $1 }')";
    String set = "postconf -e \"relay_transport = partner:[$address]:" + port + "\"";
    succeed("sh", "-c", find + " && " + set + " && postfix reload");
  }

  /** Asks a server at a port of this machine with fetchmail; returns fetchmail's result. */
  ExecResult fetchmail(int port, String domain) throws Exception {
    return container.execInContainer(
        "fetchmail",
        "--verbose",
        "--fetchmailrc",
        "/dev/null",
        "--protocol",
        "ETRN",
        "--service",
        Integer.toString(port),
        "--fetchdomains",
        domain,
        THIS_HOST);
  }

  /** Returns the tokens of the messages in its user's mailbox, in order of arrival. */
  List<String> mailbox() throws Exception {
    ExecResult result =
        container.execInContainer(
            "sh", "-c", "sed -n 's/^X-ETRN-Token: //p' /var/mail/inbox 2>/dev/null");
    return result.getStdout().lines().toList();
  }

  /** Returns the number of lines in its log that contain this text. */
  long logged(String text) {
    return container.getLogs().lines().filter(line -> line.contains(text)).count();
  }

  /**
   * Returns the commands of each session that a host of this name opened: verbs, with names for
   * EHLO and ETRN.
   */
  List<List<String>> sessionsOf(String ehloName) {
    var open = new LinkedHashMap<String, List<String>>();
    var sessions = new ArrayList<List<String>>();
    for (String line : container.getLogs().lines().toList()) {
      Matcher matcher = SAID.matcher(line);
      if (matcher.find()) {
        String command = command(matcher.group(2));
        if (command.startsWith("EHLO")) {
          open.put(matcher.group(1), new ArrayList<>());
          sessions.add(open.get(matcher.group(1)));
        }
        open.getOrDefault(matcher.group(1), new ArrayList<>()).add(command);
      }
    }
    return sessions.stream().filter(s -> s.get(0).equals("EHLO " + ehloName)).toList();
  }

  private static String command(String line) {
    return line.startsWith("EHLO") || line.startsWith("ETRN") ? line : line.split("[ :]", 2)[0];
  }

  private void succeed(String... command) throws Exception {
    ExecResult result = container.execInContainer(command);
    if (result.getExitCode() != 0) {
      throw new IOException(String.join(" ", command) + " said: " + result.getStderr());
    }
  }

  @Override
  public void close() {
    container.close();
  }
}
