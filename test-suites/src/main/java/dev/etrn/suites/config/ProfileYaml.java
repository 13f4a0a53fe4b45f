package dev.etrn.suites.config;

import dev.etrn.suites.targets.profile.ChannelKeyword;
import dev.etrn.suites.targets.profile.EtrnForm;
import dev.etrn.suites.targets.profile.EtrnTerms;
import dev.etrn.suites.targets.profile.HoldMethod;
import dev.etrn.suites.targets.profile.ReleaseTerms;
import dev.etrn.suites.targets.profile.SessionSecurity;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.targets.profile.TlsUse;
import dev.etrn.suites.wire.client.ClientIdentity;
import dev.etrn.suites.wire.client.ConnectionTimeouts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The statements about a target that etrn.yaml and the descriptions of MTAs have in common. */
public final class ProfileYaml {

  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Duration SHORTEST_QUIET = Duration.ofMillis(100);
  private static final Duration REPLY = Duration.ofSeconds(30);
  private static final Duration SHORTEST_REPLY = Duration.ofMillis(100);

  private ProfileYaml() {}

  /** Returns the description of an MTA in a container, whose mail always comes back. */
  public static TargetProfile described(YamlMapping root) throws HarnessConfigurationException {
    return new TargetProfile(
        NodesYaml.nodes(root),
        NodesYaml.lanes(root),
        ClientIdentity.STANDARD,
        release(root, true, false, holding(root)),
        ConnectionTimeouts.of(timeout(root)),
        new SessionSecurity(tls(root).orElse(TlsUse.AUTO), Optional.empty()),
        etrn(root, root, false));
  }

  /**
   * @param connectBack the part with {@code within} and {@code quiet}
   */
  static ReleaseTerms release(
      YamlMapping connectBack, boolean connectsBack, boolean scheduled, HoldMethod hold)
      throws HarnessConfigurationException {
    Duration within = connectBack.duration("within").orElse(WITHIN);
    return new ReleaseTerms(connectsBack, within, quiet(connectBack), scheduled, hold);
  }

  private static Duration quiet(YamlMapping connectBack) throws HarnessConfigurationException {
    Duration duration = connectBack.duration("quiet").orElse(QUIET);
    if (duration.compareTo(SHORTEST_QUIET) < 0) {
      throw connectBack.wrong("quiet", "100ms or more, so that a breach can still show");
    }
    return duration;
  }

  static HoldMethod holding(YamlMapping root) throws HarnessConfigurationException {
    return root.value("hold", "configured or refused", HoldMethod::parse)
        .orElse(HoldMethod.CONFIGURED);
  }

  /** Returns the time that the target may take for a reply. */
  static Duration timeout(YamlMapping mapping) throws HarnessConfigurationException {
    Duration duration = mapping.duration("timeout").orElse(REPLY);
    if (duration.compareTo(SHORTEST_REPLY) < 0) {
      throw mapping.wrong("timeout", "100ms or more, so that a reply can still arrive");
    }
    return duration;
  }

  static Optional<TlsUse> tls(YamlMapping mapping) throws HarnessConfigurationException {
    return mapping.value("tls", "none, starttls, required or implicit", ProfileYaml::tls);
  }

  /** Returns the use with this word; AUTO has none, since it is the default. */
  private static Optional<TlsUse> tls(String word) {
    return Stream.of(TlsUse.values())
        .filter(use -> use != TlsUse.AUTO && use.word().equals(word))
        .findFirst();
  }

  /**
   * @param root holds {@code limits}
   * @param target holds {@code keyword} and {@code forms}
   */
  static EtrnTerms etrn(YamlMapping root, YamlMapping target, boolean minimal)
      throws HarnessConfigurationException {
    EtrnTerms terms = EtrnTerms.of(limit(root), minimal).withKeyword(keyword(target));
    return forms(target).map(terms::withForms).orElse(terms);
  }

  private static OptionalInt limit(YamlMapping root) throws HarnessConfigurationException {
    return root.part("limits", List.of("etrnsPerSession"))
        .count("etrnsPerSession")
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  private static Optional<ChannelKeyword> keyword(YamlMapping mapping)
      throws HarnessConfigurationException {
    return mapping.value(
        "keyword", "allowetrn, silentetrn, domainetrn or disableetrn", ChannelKeyword::parse);
  }

  private static Optional<Set<EtrnForm>> forms(YamlMapping mapping)
      throws HarnessConfigurationException {
    return mapping.value(
        "forms",
        "node or subtree or both, with queue or without, and blanks between them",
        EtrnForm::parse);
  }

  public static List<String> loadThresholds(YamlMapping root) throws HarnessConfigurationException {
    return root.part("load", List.of("thresholds")).words("thresholds");
  }
}
