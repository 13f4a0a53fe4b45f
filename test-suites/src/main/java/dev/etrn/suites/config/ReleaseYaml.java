package dev.etrn.suites.config;

import dev.etrn.suites.targets.profile.HoldMethod;
import dev.etrn.suites.targets.profile.ReleaseTerms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The part {@code connectBack} of etrn.yaml, and {@code hold} at its top. */
final class ReleaseYaml {

  static final List<String> KEYS = List.of("listen", "within", "quiet", "scheduled");

  /** The keys that a description of an MTA has too, at its top. */
  static final List<String> MTA_KEYS = List.of("hold", "within", "quiet");

  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final Duration QUIET = Duration.ofSeconds(1);
  private static final Duration SHORTEST_QUIET = Duration.ofMillis(100);

  private ReleaseYaml() {}

  /** Returns the address at which the sink must listen, if mail comes back. */
  static Optional<HostPort> listen(YamlMapping connectBack) throws HarnessConfigurationException {
    return HostPort.at(connectBack, "listen");
  }

  /**
   * Returns the terms of a server that etrn.yaml describes.
   *
   * @param root holds {@code hold}
   */
  static ReleaseTerms of(YamlMapping root, YamlMapping connectBack)
      throws HarnessConfigurationException {
    HoldMethod hold = hold(root);
    boolean connectsBack = listen(connectBack).isPresent();
    if (hold == HoldMethod.REFUSED && !connectsBack) {
      throw root.wrong("hold", "connectBack.listen beside it, where mail is refused at first");
    }
    boolean scheduled = connectBack.flag("scheduled").orElse(false);
    return new ReleaseTerms(connectsBack, within(connectBack), quiet(connectBack), scheduled, hold);
  }

  /** Returns the terms of an MTA in a container, whose mail always comes back. */
  static ReleaseTerms ofMta(YamlMapping root) throws HarnessConfigurationException {
    HoldMethod hold = hold(root);
    return new ReleaseTerms(true, within(root), quiet(root), false, hold);
  }

  private static HoldMethod hold(YamlMapping root) throws HarnessConfigurationException {
    return root.value("hold", "configured or refused", HoldMethod::parse)
        .orElse(HoldMethod.CONFIGURED);
  }

  private static Duration within(YamlMapping connectBack) throws HarnessConfigurationException {
    return connectBack.duration("within").orElse(WITHIN);
  }

  private static Duration quiet(YamlMapping connectBack) throws HarnessConfigurationException {
    Duration duration = connectBack.duration("quiet").orElse(QUIET);
    if (duration.compareTo(SHORTEST_QUIET) < 0) {
      throw connectBack.wrong("quiet", "100ms or more, so that a breach can still show");
    }
    return duration;
  }
}
