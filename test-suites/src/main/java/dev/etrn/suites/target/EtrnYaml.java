package dev.etrn.suites.target;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An {@code etrn.yaml}: which names the harness may use, and where their mail comes back.
 *
 * @param address of the target, when it is given
 * @param listen where the sink must listen, when mail comes back
 * @param profile what is known of the target
 * @param loadThresholds what a load run must keep, as etrn load reads it
 */
record EtrnYaml(
    Optional<HostPort> address,
    Optional<InetSocketAddress> listen,
    TargetProfile profile,
    List<String> loadThresholds) {

  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Duration SHORTEST_QUIET = Duration.ofMillis(100);
  private static final Duration COMMAND_TIMEOUT = Duration.ofSeconds(30);
  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")+");
  private static final Pattern QUEUE = Pattern.compile("[!-~&&[^@#]]{1,64}");

  /** What is known of a target without any file. */
  static EtrnYaml none() {
    return new EtrnYaml(
        Optional.empty(),
        Optional.empty(),
        profile(Nodes.NONE, false, WITHIN, QUIET, Optional.empty(), false),
        List.of());
  }

  /**
   * @throws ConfigurationError when the file cannot be read, or says what cannot be used
   */
  static EtrnYaml read(Path file) throws ConfigurationError {
    return parse(file.toString(), ConfigurationFile.text(file, "--config"));
  }

  static EtrnYaml parse(String file, String text) throws ConfigurationError {
    YamlMapping root =
        YamlMapping.read(
            file, text, List.of("target", "auth", "nodes", "connectBack", "limits", "load"));
    Optional<YamlMapping> target =
        root.mapping("target", List.of("address", "tls", "minimal", "keyword", "forms"));
    Optional<YamlMapping> back = root.mapping("connectBack", List.of("listen", "within", "quiet"));
    Optional<HostPort> address = Optional.empty();
    boolean minimal = false;
    Optional<Set<EtrnForm>> forms = Optional.empty();
    TlsUse tls = TlsUse.NONE;
    Optional<ChannelKeyword> keyword = Optional.empty();
    if (target.isPresent()) {
      address = hostPort(target.get(), "address");
      minimal = target.get().flag("minimal").orElse(false);
      tls = tls(target.get());
      keyword = keyword(target.get());
      forms = forms(target.get());
    }
    Optional<HostPort> listen = Optional.empty();
    Duration within = WITHIN;
    Duration quiet = QUIET;
    if (back.isPresent()) {
      listen = hostPort(back.get(), "listen");
      within = back.get().duration("within").orElse(WITHIN);
      quiet = quiet(back.get());
    }
    Nodes nodes = nodes(root);
    Optional<Integer> limit = limit(root);
    return new EtrnYaml(
        address,
        listen.map(HostPort::resolve),
        honouring(
            forms,
            profile(nodes, listen.isPresent(), within, quiet, limit, minimal)
                .secured(tls, login(root))
                .with(keyword)),
        loadThresholds(root));
  }

  private static Duration quiet(YamlMapping back) throws ConfigurationError {
    Duration given = back.duration("quiet").orElse(QUIET);
    if (given.compareTo(SHORTEST_QUIET) < 0) {
      throw back.wrong("quiet", "100ms or more, in which a breach can still show");
    }
    return given;
  }

  private static TargetProfile honouring(Optional<Set<EtrnForm>> forms, TargetProfile profile) {
    return forms.map(profile::honouring).orElse(profile);
  }

  /** What the description of an MTA in a container says, whose mail always comes back. */
  static TargetProfile described(YamlMapping root) throws ConfigurationError {
    OptionalInt etrns = limit(root).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    var plain =
        new TargetProfile(
            nodes(root),
            true,
            root.duration("within").orElse(WITHIN),
            root.duration("quiet").orElse(QUIET),
            root.duration("timeout").orElse(COMMAND_TIMEOUT),
            etrns,
            false);
    return honouring(forms(root), plain.secured(tls(root), Optional.empty()).with(keyword(root)));
  }

  private static TlsUse tls(YamlMapping mapping) throws ConfigurationError {
    return mapping.value("tls", "none, starttls or required", EtrnYaml::tls).orElse(TlsUse.NONE);
  }

  private static Optional<ChannelKeyword> keyword(YamlMapping mapping) throws ConfigurationError {
    return mapping.value(
        "keyword", "allowetrn, silentetrn, domainetrn or disableetrn", ChannelKeyword::parse);
  }

  private static Optional<Set<EtrnForm>> forms(YamlMapping mapping) throws ConfigurationError {
    return mapping.value(
        "forms",
        "node or subtree or both, with queue or without, and blanks between them",
        EtrnForm::parse);
  }

  private static Optional<TlsUse> tls(String given) {
    return Stream.of(TlsUse.values())
        .filter(use -> use.name().toLowerCase(Locale.ROOT).equals(given))
        .findFirst();
  }

  private static Optional<Login> login(YamlMapping root) throws ConfigurationError {
    Optional<YamlMapping> auth = root.mapping("auth", List.of("user", "password"));
    if (auth.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> user = auth.get().text("user");
    Optional<String> password = auth.get().text("password");
    if (user.isEmpty() || password.isEmpty()) {
      throw auth.get().missing(user.isEmpty() ? "user" : "password", "both user and password");
    }
    return Optional.of(new Login(user.get(), Password.of(password.get())));
  }

  private static TargetProfile profile(
      Nodes nodes,
      boolean connectsBack,
      Duration within,
      Duration quiet,
      Optional<Integer> limit,
      boolean minimal) {
    OptionalInt etrns = limit.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    return new TargetProfile(nodes, connectsBack, within, quiet, COMMAND_TIMEOUT, etrns, minimal);
  }

  /** The part {@code nodes}, which descriptors of MTAs have too. */
  static Nodes nodes(YamlMapping root) throws ConfigurationError {
    Optional<YamlMapping> nodes =
        root.mapping(
            "nodes", List.of("permitted", "sibling", "empty", "denied", "unknown", "queue"));
    if (nodes.isEmpty()) {
      return Nodes.NONE;
    }
    YamlMapping names = nodes.get();
    return new Nodes(
        domain(names, "permitted"),
        domain(names, "sibling"),
        domain(names, "empty"),
        domain(names, "denied"),
        domain(names, "unknown"),
        names.value(
            "queue",
            "the name of a queue, without its #",
            text -> Optional.of(text).filter(t -> QUEUE.matcher(t).matches())));
  }

  /** The part {@code limits}, which descriptors of MTAs have too. */
  static Optional<Integer> limit(YamlMapping root) throws ConfigurationError {
    Optional<YamlMapping> limits = root.mapping("limits", List.of("etrnsPerSession"));
    return limits.isEmpty() ? Optional.empty() : limits.get().count("etrnsPerSession");
  }

  /** The part {@code load}, which descriptors of images have too. */
  static List<String> loadThresholds(YamlMapping root) throws ConfigurationError {
    Optional<YamlMapping> load = root.mapping("load", List.of("thresholds"));
    return load.isEmpty() ? List.of() : load.get().words("thresholds");
  }

  private static Optional<String> domain(YamlMapping names, String key) throws ConfigurationError {
    return names.value(
        key,
        "a domain name such as branch.example",
        text -> Optional.of(text).filter(t -> t.length() <= 200 && DOMAIN.matcher(t).matches()));
  }

  private static Optional<HostPort> hostPort(YamlMapping mapping, String key)
      throws ConfigurationError {
    return mapping.value(key, "host and port, such as 127.0.0.1:2525", HostPort::parse);
  }
}
