package dev.etrn.suites.clients;

import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.targets.TargetUnavailableException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A client that a command runs, once for each visit, without a shell.
 *
 * <p>{@code {host}} and {@code {port}} stand for the server, {@code {node}} for the first name to
 * ask for; the word {@code {nodes}} becomes a word for each name.
 */
public final class CommandClient implements ClientTarget {

  private static final String NODES = "{nodes}";
  private static final String NODE = "{node}";
  private static final int MOST_OUTPUT = 4096;

  private final String command;
  private final List<String> words;
  private final InetSocketAddress listensAt;
  private final ClientProfile profile;

  /**
   * @param command words separated by blanks
   * @throws HarnessConfigurationException when it cannot reach the harness
   */
  public CommandClient(String command, InetSocketAddress listensAt, ClientProfile profile)
      throws HarnessConfigurationException {
    this.command = command;
    this.words = Stream.of(command.strip().split("\\s+")).toList();
    this.listensAt = listensAt;
    this.profile = withAbilities(profile);
    if (!command.contains("{port}") && listensAt.getPort() == 0) {
      throw new HarnessConfigurationException(
          "--run '"
              + command
              + "' does not say where to connect: write {host} and {port} into it, or fix the"
              + " address with --listen");
    } else if (!isOnPath(words.get(0))) {
      throw new HarnessConfigurationException(
          "there is no program '" + words.get(0) + "', which --run names: give its whole path");
    }
  }

  /**
   * Returns true if the program exists; outside Unix its file has another name, so any name passes.
   */
  private static boolean isOnPath(String program) {
    if (File.separatorChar != '/') {
      return true;
    } else if (program.contains("/")) {
      return Files.isExecutable(Path.of(program));
    }
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
  }

  @Override
  public String name() {
    return command;
  }

  @Override
  public InetSocketAddress listensAt() {
    return listensAt;
  }

  @Override
  public RunningClient start(InetSocketAddress server) throws TargetUnavailableException {
    return new Running(server);
  }

  private ClientProfile withAbilities(ClientProfile base) {
    Set<Ability> abilities = EnumSet.of(Ability.EXIT_CODE);
    if (words.contains(NODES) || command.contains(NODE)) {
      abilities.add(Ability.TAKES_NODES);
      abilities.add(Ability.TAKES_ODD_NODES);
    }
    return new ClientProfile(
        abilities,
        base.within(),
        base.quiet(),
        base.connectBack(),
        base.replyTimeout(),
        base.own());
  }

  private List<String> line(InetSocketAddress server, List<String> nodes) {
    InetAddress address = server.getAddress();
    String host =
        address.isAnyLocalAddress()
            ? InetAddress.getLoopbackAddress().getHostAddress()
            : address.getHostAddress();
    var line = new ArrayList<String>();
    for (String word : words) {
      if (word.equals(NODES)) {
        line.addAll(nodes);
      } else {
        line.add(
            word.replace("{host}", host)
                .replace("{port}", Integer.toString(server.getPort()))
                .replace(NODE, nodes.get(0)));
      }
    }
    return line;
  }

  private final class Running implements RunningClient {

    private final InetSocketAddress server;

    Running(InetSocketAddress server) {
      this.server = server;
    }

    @Override
    public ClientProfile profile() {
      return profile;
    }

    @Override
    public Ending ask(List<String> nodes, OngoingVisit visit) throws InterruptedException {
      Process process;
      try {
        process =
            new ProcessBuilder(line(server, nodes))
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(nullDevice()))
                .start();
      } catch (IOException e) {
        return new Ending(OptionalInt.empty(), "cannot run: " + e.getMessage());
      }
      return awaitEnd(process);
    }

    private Ending awaitEnd(Process process) throws InterruptedException {
      CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> drain(process));
      try {
        boolean hasEnded = process.waitFor(profile.within().toNanos(), TimeUnit.NANOSECONDS);
        OptionalInt exit = hasEnded ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
        return new Ending(exit, hasEnded ? beginning(output) : "did not end by itself");
      } finally {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    }

    @Override
    public void close() {
      // Each visit ended its own process.
    }
  }

  private static File nullDevice() {
    return new File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
  }

  private static String beginning(CompletableFuture<String> output) throws InterruptedException {
    try {
      return output.get(1, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return "";
    }
  }

  /** Reads all output, so that the process never blocks, and returns its beginning. */
  private static String drain(Process process) {
    try (InputStream in = process.getInputStream()) {
      String beginning = new String(in.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8);
      in.transferTo(OutputStream.nullOutputStream());
      return beginning;
    } catch (IOException e) {
      return "";
    }
  }
}
