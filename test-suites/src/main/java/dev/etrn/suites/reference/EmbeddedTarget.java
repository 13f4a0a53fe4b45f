package dev.etrn.suites.reference;

import dev.etrn.server.EtrnServer;
import dev.etrn.server.auth.PasswordHash;
import dev.etrn.server.auth.Users;
import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.EtrnMode;
import dev.etrn.server.config.channel.Security;
import dev.etrn.server.config.channel.Security.Demand;
import dev.etrn.server.delivery.schedule.Backoff;
import dev.etrn.server.fault.Fault;
import dev.etrn.server.fault.mutant.Mutant;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.store.InMemoryQueue;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.Target;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.targets.profile.ChannelKeyword;
import dev.etrn.suites.targets.profile.Login;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.Password;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.targets.profile.TlsUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The reference server in this process, on loopback: its built-in configuration, with a certificate
 * and a user of its own.
 */
public final class EmbeddedTarget implements Target {

  private static final String USER = "branch";

  /**
   * The iterations of the hash; few, since the password is random and lives as long as the server.
   */
  private static final int CHEAP = 1000;

  private static final long ROOM = 512L * 1024 * 1024;

  /** A short delay, since cases in which a delivery breaks wait for the next one. */
  private static final Backoff SOON = new Backoff(Duration.ofMillis(200), Duration.ofMinutes(5));

  private static final Duration QUIET = Duration.ofMillis(150);

  private static final TargetProfile PROFILE =
      profile(Duration.ofSeconds(3), Duration.ofSeconds(10))
          .withLanes(
              IntStream.rangeClosed(2, BuiltInConfig.LANES)
                  .mapToObj(EmbeddedTarget::nodes)
                  .toList());

  /** The profile of mutants; a mutant may release everything at once, so it has no lanes. */
  private static final TargetProfile MUTANT_PROFILE =
      profile(Duration.ofSeconds(2), Duration.ofSeconds(2));

  private final ChannelKeyword keyword;
  private final TlsUse tls;
  private final Mutant mutant;
  private final TargetProfile profile;

  /** A server with allowetrn that offers TLS. */
  public EmbeddedTarget() {
    this(ChannelKeyword.ALLOWETRN, TlsUse.STARTTLS);
  }

  /**
   * @param keyword the keyword of the channel that sessions use
   * @param tls the use of TLS that the server offers
   */
  public EmbeddedTarget(ChannelKeyword keyword, TlsUse tls) {
    this(keyword, tls, Mutant.NONE, PROFILE);
  }

  private EmbeddedTarget(ChannelKeyword keyword, TlsUse tls, Mutant mutant, TargetProfile profile) {
    this.keyword = keyword;
    this.tls = tls;
    this.mutant = mutant;
    this.profile = profile;
  }

  /**
   * Returns a mutant of the default server, with short waits, since many of its replies never come.
   */
  public static EmbeddedTarget of(Mutant mutant) {
    return of(mutant, ChannelKeyword.ALLOWETRN, TlsUse.STARTTLS);
  }

  /** Returns a mutant of a server with other settings, for faults that only these settings show. */
  public static EmbeddedTarget of(Mutant mutant, ChannelKeyword keyword, TlsUse tls) {
    return new EmbeddedTarget(keyword, tls, mutant, MUTANT_PROFILE);
  }

  @Override
  public String name() {
    return mutant.fault().map(Fault::name).orElse("embedded");
  }

  @Override
  public TargetProfile profile() {
    var login = new Login(USER, Password.of("made when it starts"));
    return profile.secured(tls, Optional.of(login)).with(Optional.of(keyword));
  }

  @Override
  public Optional<InetSocketAddress> sinkListensAt() {
    return Optional.of(anyPort());
  }

  @Override
  public RunningTarget start(Optional<InetSocketAddress> sink) throws TargetUnavailableException {
    InetSocketAddress exchanger =
        sink.orElseThrow(() -> new IllegalArgumentException("the embedded server needs a sink"));
    var login = new Login(USER, Password.of(UUID.randomUUID().toString()));
    try {
      TestCertificate certificate = TestCertificate.make("hub.example");
      ServerConfig plain = BuiltInConfig.config(anyPort(), exchanger);
      ServerConfig config =
          plain
              .withIncoming(plain.incoming().accepting(mode(), plain.incoming().options()))
              .withSecurity(security(certificate, login));
      TargetProfile profile = profile().secured(tls, Optional.of(login));
      return new Running(server(config), profile, certificate);
    } catch (IOException e) {
      throw new TargetUnavailableException(
          "the reference server cannot start: " + e.getMessage(), e);
    }
  }

  private EtrnServer server(ServerConfig config) throws IOException {
    return EtrnServer.start(config, new InMemoryQueue(ROOM), ServerObserver.NONE, mutant, SOON);
  }

  private EtrnMode mode() {
    return switch (keyword) {
      case ALLOWETRN -> EtrnMode.ALLOW;
      case SILENTETRN -> EtrnMode.SILENT;
      case DOMAINETRN -> EtrnMode.DOMAIN;
      case DISABLEETRN -> EtrnMode.DISABLE;
    };
  }

  private Security security(TestCertificate certificate, Login login) {
    Demand demand =
        switch (tls) {
          case NONE, AUTO, IMPLICIT -> Demand.NO;
          case STARTTLS -> Demand.MAY;
          case REQUIRED -> Demand.MUST;
        };
    PasswordHash hash = PasswordHash.of(login.password().reveal(), CHEAP);
    return new Security(
        demand, Demand.MAY, Optional.of(certificate.files()), new Users(Map.of(USER, hash)));
  }

  /** Returns the names of the built-in configuration's partners. */
  private static Nodes nodes(int lane) {
    String number = lane == 1 ? "" : Integer.toString(lane);
    return new Nodes(
            Optional.of("branch" + number + ".example"),
            Optional.of("sibling" + number + ".example"),
            Optional.of("idle.example"),
            Optional.of("denied.example"),
            Optional.of("unknown.example"),
            Optional.of("tcp_branch" + number))
        .withSimilar("xbranch" + number + ".example");
  }

  private static TargetProfile profile(Duration within, Duration commandTimeout) {
    return new TargetProfile(
        nodes(1),
        true,
        within,
        QUIET,
        commandTimeout,
        OptionalInt.of(BuiltInConfig.ETRNS_PER_SESSION),
        false);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private record Running(EtrnServer server, TargetProfile profile, TestCertificate certificate)
      implements RunningTarget {

    @Override
    public InetSocketAddress address() {
      return server.address();
    }

    @Override
    public void close() {
      // Its queue ends with it, so nothing is gained by waiting for long.
      server.close(Duration.ofSeconds(5));
      try {
        certificate.close();
      } catch (IOException e) {
        throw new UncheckedIOException("the certificate of the embedded server is left behind", e);
      }
    }
  }
}
