package dev.etrn.suites.config;

import dev.etrn.suites.targets.profile.HoldMethod;
import dev.etrn.suites.targets.profile.Login;
import dev.etrn.suites.targets.profile.ReleaseTerms;
import dev.etrn.suites.targets.profile.SessionSecurity;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.targets.profile.TlsUse;
import dev.etrn.suites.wire.client.ConnectionTimeouts;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The contents of an {@code etrn.yaml}: the names that the harness may use, and the address at
 * which their mail comes back.
 *
 * @param address the target's address, if the file gives one
 * @param listen the address at which the sink must listen, if mail comes back
 * @param profile the statements about the target
 * @param loadThresholds the thresholds of a load run, as etrn load reads them
 */
public record EtrnYaml(
    Optional<HostPort> address,
    Optional<InetSocketAddress> listen,
    TargetProfile profile,
    List<String> loadThresholds) {

  private static final List<String> KEYS =
      List.of(
          "target", "auth", "nodes", "lanes", "client", "connectBack", "hold", "limits", "load");
  private static final List<String> TARGET_KEYS =
      List.of("address", "tls", "timeout", "minimal", "keyword", "forms");
  private static final List<String> BACK_KEYS = List.of("listen", "within", "quiet", "scheduled");

  /** RFC 5321 section 4.5.3.2.1: a client waits five minutes for the greeting. */
  private static final Duration GREETING = Duration.ofMinutes(5);

  /** Returns the settings that hold without any file. */
  public static EtrnYaml none() {
    try {
      return parse("etrn.yaml", "target:");
    } catch (HarnessConfigurationException e) {
      throw new IllegalStateException("an etrn.yaml without any value cannot be read", e);
    }
  }

  /**
   * @throws HarnessConfigurationException when the file cannot be read, or holds a value that
   *     cannot be used
   */
  public static EtrnYaml read(Path file) throws HarnessConfigurationException {
    return parse(file.toString(), ConfigurationFile.text(file, "--config"));
  }

  public static EtrnYaml parse(String file, String text) throws HarnessConfigurationException {
    YamlMapping root = YamlMapping.read(file, text, KEYS);
    YamlMapping target = root.part("target", TARGET_KEYS);
    YamlMapping connectBack = root.part("connectBack", BACK_KEYS);
    Optional<HostPort> listen = hostPort(connectBack, "listen");
    Optional<Login> login = LoginYaml.of(root);
    var profile =
        new TargetProfile(
            NodesYaml.nodes(root),
            NodesYaml.lanes(root),
            ClientYaml.of(root),
            release(root, connectBack, listen.isPresent()),
            timeouts(target),
            new SessionSecurity(ProfileYaml.tls(target).orElse(TlsUse.AUTO), login),
            ProfileYaml.etrn(root, target, target.flag("minimal").orElse(false)));
    return new EtrnYaml(
        hostPort(target, "address"),
        listen.map(HostPort::resolve),
        profile,
        ProfileYaml.loadThresholds(root));
  }

  private static ReleaseTerms release(
      YamlMapping root, YamlMapping connectBack, boolean connectsBack)
      throws HarnessConfigurationException {
    HoldMethod hold = ProfileYaml.holding(root);
    if (hold == HoldMethod.REFUSED && !connectsBack) {
      throw root.wrong("hold", "connectBack.listen beside it, where mail is refused at first");
    }
    boolean scheduled = connectBack.flag("scheduled").orElse(false);
    return ProfileYaml.release(connectBack, connectsBack, scheduled, hold);
  }

  private static ConnectionTimeouts timeouts(YamlMapping target)
      throws HarnessConfigurationException {
    Duration reply = ProfileYaml.timeout(target);
    return new ConnectionTimeouts(reply.compareTo(GREETING) > 0 ? reply : GREETING, reply);
  }

  private static Optional<HostPort> hostPort(YamlMapping mapping, String key)
      throws HarnessConfigurationException {
    return mapping.value(key, "host and port, such as 127.0.0.1:2525", HostPort::parse);
  }
}
