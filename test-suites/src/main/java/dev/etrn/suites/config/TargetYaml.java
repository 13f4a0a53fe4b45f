package dev.etrn.suites.config;

import dev.etrn.suites.targets.profile.ChannelKeyword;
import dev.etrn.suites.targets.profile.EtrnForm;
import dev.etrn.suites.targets.profile.EtrnTerms;
import dev.etrn.suites.targets.profile.TlsUse;
import dev.etrn.suites.wire.client.ConnectionTimeouts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The parts {@code target} and {@code limits} of etrn.yaml. */
final class TargetYaml {

  static final List<String> KEYS =
      List.of("address", "tls", "timeout", "minimal", "keyword", "forms");

  /** The keys that a description of an MTA has too, at its top. */
  static final List<String> MTA_KEYS = List.of("tls", "timeout", "keyword", "forms", "limits");

  private static final List<String> LIMIT_KEYS = List.of("etrnsPerSession");

  private static final Duration REPLY = Duration.ofSeconds(30);
  private static final Duration SHORTEST_REPLY = Duration.ofMillis(100);

  /** RFC 5321 section 4.5.3.2.1: a client waits five minutes for the greeting. */
  private static final Duration GREETING = Duration.ofMinutes(5);

  private TargetYaml() {}

  static Optional<HostPort> address(YamlMapping target) throws HarnessConfigurationException {
    return HostPort.at(target, "address");
  }

  /** Returns the times for a server that may wait before it greets. */
  static ConnectionTimeouts timeouts(YamlMapping target) throws HarnessConfigurationException {
    Duration reply = timeout(target);
    return new ConnectionTimeouts(reply.compareTo(GREETING) > 0 ? reply : GREETING, reply);
  }

  /** Returns the time that the target may take for a reply. */
  static Duration timeout(YamlMapping target) throws HarnessConfigurationException {
    Duration duration = target.duration("timeout").orElse(REPLY);
    if (duration.compareTo(SHORTEST_REPLY) < 0) {
      throw target.wrong("timeout", "100ms or more, so that a reply can still arrive");
    }
    return duration;
  }

  static TlsUse tls(YamlMapping target) throws HarnessConfigurationException {
    return target
        .value("tls", "none, starttls, required or implicit", TargetYaml::tls)
        .orElse(TlsUse.AUTO);
  }

  /** Returns the use with this word; AUTO has none, since it is the default. */
  private static Optional<TlsUse> tls(String word) {
    return Stream.of(TlsUse.values())
        .filter(use -> use != TlsUse.AUTO && use.word().equals(word))
        .findFirst();
  }

  /**
   * Returns the kind and the limits of the target's ETRN.
   *
   * @param root holds {@code limits}
   * @param target holds {@code minimal}, {@code keyword} and {@code forms}
   */
  static EtrnTerms etrn(YamlMapping root, YamlMapping target) throws HarnessConfigurationException {
    boolean minimal = target.flag("minimal").orElse(false);
    EtrnTerms terms = EtrnTerms.of(limit(root), minimal).withKeyword(keyword(target));
    return forms(target).map(terms::withForms).orElse(terms);
  }

  private static OptionalInt limit(YamlMapping root) throws HarnessConfigurationException {
    return root.part("limits", LIMIT_KEYS)
        .count("etrnsPerSession")
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  private static Optional<ChannelKeyword> keyword(YamlMapping target)
      throws HarnessConfigurationException {
    return target.value(
        "keyword", "allowetrn, silentetrn, domainetrn or disableetrn", ChannelKeyword::parse);
  }

  private static Optional<Set<EtrnForm>> forms(YamlMapping target)
      throws HarnessConfigurationException {
    return target.value(
        "forms",
        "node or subtree or both, with queue or without, and blanks between them",
        EtrnForm::parse);
  }
}
