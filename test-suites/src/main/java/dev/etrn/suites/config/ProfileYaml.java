package dev.etrn.suites.config;

import dev.etrn.suites.targets.profile.SessionSecurity;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.wire.client.ClientIdentity;
import dev.etrn.suites.wire.client.ConnectionTimeouts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The statements about a target that etrn.yaml and the descriptions of MTAs have in common. */
public final class ProfileYaml {

  /** The keys of a description, at its top. */
  public static final List<String> KEYS =
      Stream.of(NodesYaml.MTA_KEYS, TargetYaml.MTA_KEYS, ReleaseYaml.MTA_KEYS)
          .flatMap(List::stream)
          .toList();

  private ProfileYaml() {}

  /** Returns the description of an MTA in a container, whose mail always comes back. */
  public static TargetProfile described(YamlMapping root) throws HarnessConfigurationException {
    return new TargetProfile(
        NodesYaml.nodes(root),
        NodesYaml.lanes(root),
        ClientIdentity.STANDARD,
        ReleaseYaml.ofMta(root),
        ConnectionTimeouts.of(TargetYaml.timeout(root)),
        new SessionSecurity(TargetYaml.tls(root), Optional.empty()),
        TargetYaml.etrn(root, root));
  }
}
