package dev.etrn.server.config.pmdf;

import dev.etrn.server.access.EtrnRights;
import dev.etrn.server.config.RewriteTemplate;
import dev.etrn.server.config.Routing;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.SessionLimits;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.EtrnMode;
import dev.etrn.server.config.channel.OutgoingKeywords;
import dev.etrn.server.config.channel.OutgoingSettings;
import dev.etrn.server.config.channel.Security;
import dev.etrn.server.config.channel.Security.Demand;
import dev.etrn.server.config.source.ConfigurationException;
import dev.etrn.server.config.source.ConfigurationProblem;
import dev.etrn.server.config.source.ProblemCollector;
import dev.etrn.server.config.source.SourceFile;
import dev.etrn.server.config.source.SourceLine;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A configuration directory with {@code pmdf.cnf}, the {@code <channel>_option} files and
 * optionally {@code job_controller.cnf}, {@code etrn_access}, {@code etrn_limits}, {@code
 * etrn_options}, {@code etrn_users}, {@code server.crt} and {@code server.key}.
 */
public final class ConfigDirectory {

  /** The channel that sessions run as. */
  public static final String INCOMING = "tcp_local";

  private static final String MAIN = "pmdf.cnf";
  private static final String ACCESS = "etrn_access";
  private static final String CHAIN = "server.crt";
  private static final String KEY = "server.key";

  private final Path directory;
  private final ProblemCollector problems = new ProblemCollector();

  private ConfigDirectory(Path directory) {
    this.directory = directory;
  }

  /**
   * The result of reading a configuration.
   *
   * @param config the configuration, ready for a server
   * @param warnings the lines without effect, or with an unexpected one
   */
  public record Understood(ServerConfig config, List<ConfigurationProblem> warnings) {
    public Understood {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Reads a configuration.
   *
   * @throws ConfigurationException when it cannot be used; lists every error with file and line
   */
  public static Understood read(Path directory, InetSocketAddress listen)
      throws ConfigurationException {
    return new ConfigDirectory(directory).read(listen);
  }

  private Understood read(InetSocketAddress listen) throws ConfigurationException {
    requireMain();
    PmdfCnf cnf = PmdfCnf.parse(new SourceFile(directory, problems).read(MAIN), problems);
    EtrnOptionsFile etrn = EtrnOptionsFile.of(directory, problems);
    Map<String, Channel> channels = channels(cnf, etrn);
    Routing routing = routing(cnf, channels);
    EtrnRights rights = rights(channels);
    Channel local = channels.get(Channel.LOCAL);
    Channel incoming = channels.get(INCOMING);
    if (incoming == null && !cnf.blocks().isEmpty()) {
      problems.error(
          cnf.blocks().get(0).line(),
          "there is no channel " + INCOMING + ", which sessions run as: add it");
    }
    Security security = security(cnf, channels);
    SessionLimits limits = EtrnLimitsFile.of(directory, problems);
    Duration periodicJob = JobControllerFile.periodicJob(directory, problems);
    problems.throwIfAnyIsAnError();
    String hostName = Objects.requireNonNull(local).officialHost();
    var config =
        new ServerConfig(
            hostName,
            listen,
            Objects.requireNonNull(incoming),
            channels,
            routing,
            rights,
            limits,
            security,
            etrn.policy(),
            periodicJob);
    return new Understood(config, problems.found());
  }

  /** Stops at once if the main file is missing, since each part of it would cause another error. */
  private void requireMain() throws ConfigurationException {
    if (!Files.isRegularFile(directory.resolve(MAIN))) {
      problems.error(
          new SourceLine(MAIN, 1, ""),
          Files.isDirectory(directory)
              ? "there is no such file in " + directory + ": name another directory, or write it"
              : "there is no directory " + directory + ": name one that holds this file");
      problems.throwIfAnyIsAnError();
    }
  }

  private Map<String, Channel> channels(PmdfCnf cnf, EtrnOptionsFile etrn) {
    var channels = new LinkedHashMap<String, Channel>();
    // In PMDF the local channel sets the default of all channels.
    Duration kept =
        cnf.blocks().stream()
            .filter(block -> block.name().equals(Channel.LOCAL))
            .findFirst()
            .flatMap(block -> block.settings().find(OutgoingKeywords.KEPT))
            .orElse(OutgoingSettings.STANDARD.returnAfter());
    for (ChannelBlock block : cnf.blocks()) {
      String file = block.name() + "_option";
      List<SourceLine> lines =
          Files.exists(directory.resolve(file))
              ? new SourceFile(directory, problems).read(file)
              : List.of();
      OptionFile options = OptionFile.parse(lines, problems);
      // PMDF-005
      EtrnMode mode = etrn.policy().dialect().withoutKeyword();
      channels.put(
          block.name(),
          block.channel(mode, etrn.withEtrnLimit(options.options()), options.sending(), kept));
    }
    return channels;
  }

  private Routing routing(PmdfCnf cnf, Map<String, Channel> channels) {
    Routing.Builder builder = Routing.builder();
    for (ChannelBlock block : cnf.blocks()) {
      Channel channel = Objects.requireNonNull(channels.get(block.name()));
      block.hosts().forEach(host -> builder.host(host.name(), channel));
    }
    cnf.rules().forEach(line -> rule(line, builder));
    return builder.build();
  }

  private void rule(SourceLine line, Routing.Builder builder) {
    List<String> words = line.words();
    if (words.size() != 2) {
      problems.error(
          line,
          "'" + line.text().strip() + "' is not a rewrite rule; expected a pattern and a template");
      return;
    }
    if (words.get(0).startsWith("$")) {
      problems.warning(
          line, "the pattern '" + words.get(0) + "' is not supported; it has no effect");
      return;
    }
    if (!RewriteTemplate.appliesToRecipients(words.get(1))) {
      problems.warning(
          line, "'" + words.get(1) + "' does not apply to recipients; it has no effect");
      return;
    }
    try {
      RewriteTemplate template = RewriteTemplate.parse(words.get(1));
      template
          .route()
          .filter(route -> route.indexOf('$') < 0 && !builder.knowsHost(route))
          .ifPresent(
              route -> problems.error(line, "no channel has the host '" + route + "' to route to"));
      if (!builder.rule(words.get(0), template)) {
        problems.warning(line, "'" + words.get(0) + "' already has a rule; the first one counts");
      }
    } catch (IllegalArgumentException e) {
      problems.error(line, "'" + words.get(1) + "': " + e.getMessage());
    }
  }

  private Security security(PmdfCnf cnf, Map<String, Channel> channels) {
    for (ChannelBlock block : cnf.blocks()) {
      if (block.name().equals(INCOMING)) {
        Channel incoming = Objects.requireNonNull(channels.get(INCOMING));
        return new Security(
            incoming.tls(),
            incoming.auth(),
            certificate(incoming, block.line()),
            EtrnUsersFile.of(directory, problems));
      }
    }
    return Security.NONE;
  }

  private Optional<Security.Certificate> certificate(Channel incoming, SourceLine line) {
    if (incoming.auth() != Demand.NO && incoming.tls() == Demand.NO) {
      problems.error(line, "authentication needs TLS: add maytlsserver or musttlsserver");
    }
    if (incoming.tls() == Demand.NO) {
      return Optional.empty();
    }
    var files = new Security.Certificate(directory.resolve(CHAIN), directory.resolve(KEY));
    if (!Files.isReadable(files.chain()) || !Files.isReadable(files.key())) {
      problems.error(
          line, "TLS needs the PEM files " + CHAIN + " and " + KEY + " in the same directory");
    }
    return Optional.of(files);
  }

  /** Returns the rights; without the file every client may release everything, as in PMDF. */
  private EtrnRights rights(Map<String, Channel> channels) {
    if (!Files.exists(directory.resolve(ACCESS))) {
      problems.warning(
          new SourceLine(ACCESS, 1, ""),
          "there is no such file: every client may release every node");
      return EtrnRights.EVERYBODY;
    }
    return EtrnAccessFile.parse(
        new SourceFile(directory, problems).read(ACCESS), channels.keySet(), problems);
  }
}
