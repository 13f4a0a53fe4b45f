package dev.etrn.suites.independence;

import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.Target;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.ReleaseTerms;
import dev.etrn.suites.targets.profile.SessionSecurity;
import dev.etrn.suites.targets.profile.TargetProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The plain server as a target.
 *
 * @param traits the traits of the server
 * @param profile the profile that the harness gets
 */
record PlainTarget(Traits traits, TargetProfile profile) implements Target {

  private static final Duration QUIET = Duration.ofMillis(150);

  /** A time that is shorter than the delay of a server on schedule. */
  private static final Duration SHORT = Duration.ofSeconds(1);

  static PlainTarget of(Traits traits) {
    return of(traits, SessionSecurity.UNSTATED);
  }

  /** Returns a target with the use of TLS and AUTH in {@code security}. */
  static PlainTarget of(Traits traits, SessionSecurity security) {
    return new PlainTarget(traits, profile(traits).withSecurity(security));
  }

  /** Returns the cases of a run with one of these verdicts, one line each. */
  static List<String> judged(RunResult run, Verdict... verdicts) {
    return run.cases().stream()
        .filter(result -> Set.of(verdicts).contains(result.verdict()))
        .map(result -> result.info().id() + " " + result.verdict() + ": " + result.observed())
        .toList();
  }

  @Override
  public String name() {
    return traits.toString();
  }

  @Override
  public Optional<InetSocketAddress> sinkListensAt() {
    return Optional.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
  }

  @Override
  public RunningTarget start(Optional<InetSocketAddress> sink) throws TargetUnavailableException {
    try {
      return new Running(PlainServer.start(traits, sink.orElseThrow()), profile);
    } catch (IOException e) {
      throw new TargetUnavailableException("the plain server cannot start", e);
    }
  }

  private static TargetProfile profile(Traits traits) {
    TargetProfile prompt = prompt(traits);
    return traits.has(Trait.ON_SCHEDULE)
        ? prompt.withRelease(ReleaseTerms.of(true, SHORT, QUIET).onSchedule())
        : prompt;
  }

  private static TargetProfile prompt(Traits traits) {
    return new TargetProfile(
        new Nodes(
            Optional.of("branch.example"),
            Optional.of("sibling.example"),
            Optional.of("idle.example"),
            Optional.of("denied.example"),
            Optional.of("unknown.example"),
            Optional.empty(),
            Optional.of("xbranch.example")),
        true,
        Duration.ofSeconds(10),
        QUIET,
        Duration.ofSeconds(5),
        traits.has(Trait.TEN_ETRNS) ? OptionalInt.of(10) : OptionalInt.empty(),
        traits.isMinimal());
  }

  private record Running(PlainServer server, TargetProfile profile) implements RunningTarget {
    @Override
    public InetSocketAddress address() {
      return server.address();
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
