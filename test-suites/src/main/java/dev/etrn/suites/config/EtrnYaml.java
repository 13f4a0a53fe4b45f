package dev.etrn.suites.config;

import dev.etrn.suites.targets.profile.LoadTerms;
import dev.etrn.suites.targets.profile.Login;
import dev.etrn.suites.targets.profile.SessionSecurity;
import dev.etrn.suites.targets.profile.TargetProfile;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The contents of an {@code etrn.yaml}: the names that the harness may use, and the address at
 * which their mail comes back.
 *
 * @param address the target's address, if the file gives one
 * @param listen the address at which the sink must listen, if mail comes back
 * @param profile the statements about the target
 * @param load the terms of a load run
 */
public record EtrnYaml(
    Optional<HostPort> address,
    Optional<InetSocketAddress> listen,
    TargetProfile profile,
    LoadTerms load) {

  private static final List<String> KEYS =
      List.of(
          "target", "auth", "nodes", "lanes", "client", "connectBack", "hold", "limits", "load");

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
    YamlMapping target = root.part("target", TargetYaml.KEYS);
    YamlMapping connectBack = root.part("connectBack", ReleaseYaml.KEYS);
    Optional<HostPort> listen = ReleaseYaml.listen(connectBack);
    Optional<Login> login = LoginYaml.of(root);
    var profile =
        new TargetProfile(
            NodesYaml.nodes(root),
            NodesYaml.lanes(root),
            ClientYaml.of(root),
            ReleaseYaml.of(root, connectBack),
            TargetYaml.timeouts(target),
            new SessionSecurity(TargetYaml.tls(target), login),
            TargetYaml.etrn(root, target));
    return new EtrnYaml(
        TargetYaml.address(target), listen.map(HostPort::resolve), profile, LoadYaml.of(root));
  }
}
