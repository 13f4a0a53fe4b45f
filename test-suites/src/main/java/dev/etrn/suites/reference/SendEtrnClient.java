package dev.etrn.suites.reference;

import dev.etrn.server.EtrnServer;
import dev.etrn.server.access.EtrnRights;
import dev.etrn.server.config.EtrnPolicy;
import dev.etrn.server.config.Routing;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.SessionLimits;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.ChannelOptions;
import dev.etrn.server.config.channel.EtrnMode;
import dev.etrn.server.config.channel.OutgoingSettings;
import dev.etrn.server.config.channel.Security;
import dev.etrn.server.delivery.client.EtrnClient;
import dev.etrn.suites.clients.ClientProfile;
import dev.etrn.suites.clients.ClientTarget;
import dev.etrn.suites.clients.OngoingVisit;
import dev.etrn.suites.clients.RunningClient;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.client.MailSubmitter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The reference server as a client: a channel with sendetrn whose provider is the harness. For each
 * visit a server starts, gets two messages for the provider, and delivers them.
 */
public final class SendEtrnClient implements ClientTarget {

  /** The name of this client in {@code --target}. */
  public static final String NAME = "client:sendetrn";

  private static final String OWN_MAIL = "branch.example";
  private static final String PROVIDER = "provider.example";
  private static final int MESSAGES = 2;

  private static final ClientProfile PROFILE =
      new ClientProfile(
          Set.of(),
          Duration.ofSeconds(10),
          Duration.ofMillis(300),
          Optional.empty(),
          Optional.empty(),
          true);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public InetSocketAddress listensAt() {
    return anyPort();
  }

  @Override
  public RunningClient start(InetSocketAddress server) {
    return new Running(server);
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private record Running(InetSocketAddress provider) implements RunningClient {

    @Override
    public ClientProfile profile() {
      return PROFILE;
    }

    @Override
    public Ending ask(List<String> nodes, OngoingVisit visit) throws InterruptedException {
      try (EtrnServer server = EtrnServer.start(config(provider))) {
        List<String> tokens = List.of("first", "second").subList(0, MESSAGES);
        var injector = new MailSubmitter(server.address(), PROFILE.within(), Recorder.start());
        List<String> acceptedTokens = injector.inject("outgoing", PROVIDER, tokens);
        new EtrnClient(server.address(), OWN_MAIL, PROFILE.within()).ask(List.of(PROVIDER));
        visit.await(PROFILE.within());
        return new Ending(
            java.util.OptionalInt.empty(), acceptedTokens.size() + " messages were given");
      } catch (IOException e) {
        return new Ending(java.util.OptionalInt.empty(), "cannot run: " + e.getMessage());
      }
    }

    @Override
    public void close() {
      // Each visit closed its own server.
    }
  }

  /** Returns a configuration that holds mail for the provider until it is asked for. */
  private static ServerConfig config(InetSocketAddress provider) {
    Channel incoming =
        Channel.of("tcp_local")
            .accepting(EtrnMode.ALLOW, ChannelOptions.NONE.withEtrnsPerSession(1));
    String literal = "[" + provider.getAddress().getHostAddress() + "]";
    Channel outgoing =
        Channel.of("tcp_provider")
            .delivering(
                OutgoingSettings.STANDARD
                    .held()
                    .sendingEtrn(OWN_MAIL)
                    .toDaemon(literal, provider.getPort()));
    return new ServerConfig(
        OWN_MAIL,
        anyPort(),
        incoming,
        ServerConfig.byName(incoming, outgoing),
        Routing.builder().subtree(PROVIDER, outgoing).build(),
        new EtrnRights(
            List.of(
                new EtrnRights.Grant(
                    client -> client.address().isLoopbackAddress(), Set.of(PROVIDER), Set.of()))),
        SessionLimits.STANDARD,
        Security.NONE,
        EtrnPolicy.STANDARD,
        ServerConfig.PERIODIC_JOB);
  }
}
