package dev.etrn.server.etrn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.access.ConnectedClient;
import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.config.Dialect;
import dev.etrn.server.config.EtrnPolicy;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.ChannelOptions;
import dev.etrn.server.config.channel.EtrnMode;
import dev.etrn.server.delivery.schedule.QueueRunner;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.store.InMemoryQueue;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The dialects of PMDF and its relatives, and the options without a keyword. */
class DialectTest {

  private static final ConnectedClient HERE = ConnectedClient.at(InetAddress.getLoopbackAddress());

  private final InMemoryQueue queue = new InMemoryQueue(10_000);
  private final List<QueueSelection> requested = new ArrayList<>();
  private QueueRunner.Answer answer = QueueRunner.Answer.STARTED;

  @BeforeEach
  void queueMail() {
    var destination =
        new IncomingMessage.Destination("tcp_branch", "branch.example", List.of("a@b.example"));
    queue.enqueue(new IncomingMessage("", List.of(destination), new byte[10])).join();
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void runsTheNodesMailOrItsWholeChannel(Dialect dialect) {
    decide(config(dialect, EtrnMode.SILENT), "branch.example", "@branch.example");
    var wholeChannel = new QueueSelection.WholeChannel("tcp_branch");
    assertThat(requested)
        .containsExactly(
            dialect == Dialect.PMDF_BEFORE_6_8
                ? wholeChannel
                : new QueueSelection.Node("branch.example"),
            dialect == Dialect.PMDF || dialect == Dialect.PMDF_BEFORE_6_8
                ? new QueueSelection.Subtree("branch.example", Set.of("tcp_branch"))
                : wholeChannel);
  }

  @ParameterizedTest
  @CsvSource({
    "PMDF, 459",
    "PMDF_BEFORE_6_8, 459",
    "MESSAGING_SERVER, 253",
    "SUN_6_3, 253",
  })
  void domainetrnTakesAPlainDomainOrNot(Dialect dialect, int plain) {
    assertThat(
            decide(
                config(dialect, EtrnMode.DOMAIN),
                "branch.example",
                "#tcp_branch",
                "@branch.example"))
        .containsExactly(plain, 459, 253);
  }

  @ParameterizedTest
  @CsvSource({
    "PMDF, 253",
    "PMDF_BEFORE_6_8, 253",
    "MESSAGING_SERVER, 253",
    "SUN_6_3, 459",
  })
  void blocketrnOnTheIncomingChannelCountsOrNot(Dialect dialect, int code) {
    ServerConfig config = config(dialect, EtrnMode.SILENT);
    assertThat(decide(config.withIncoming(config.incoming().blocking()), "branch.example"))
        .containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource({
    "PMDF, 458 4.5.0",
    "PMDF_BEFORE_6_8, 458 4.5.0",
    "MESSAGING_SERVER, 458 4.7.1",
    "SUN_6_3, 550 5.7.1",
  })
  void answersWhatIsOverTheLimitInItsOwnWay(Dialect dialect, String start) {
    ServerConfig config = config(dialect, EtrnMode.SILENT);
    ChannelOptions none = ChannelOptions.NONE.withEtrnsPerSession(0);
    ServerConfig limited =
        config.withIncoming(Channel.of("tcp_local").accepting(EtrnMode.SILENT, none));
    assertThat(
            decision(limited).decide("branch.example", HERE, false, new EtrnCounter()).toString())
        .startsWith(start);
  }

  @Test
  void countsRefusedOnesToTheLimitWhenToldTo() {
    ServerConfig config = config(Dialect.PMDF, EtrnMode.SILENT);
    ChannelOptions two = ChannelOptions.NONE.withEtrnsPerSession(2);
    ServerConfig strict =
        config
            .withIncoming(Channel.of("tcp_local").accepting(EtrnMode.SILENT, two))
            .withEtrn(new EtrnPolicy(Dialect.PMDF, true, true, false));
    assertThat(decide(strict, "a..b", "denied.example", "unknown.example", "branch.example"))
        .containsExactly(501, 459, 459, 458);
  }

  @Test
  void tellsNoCountsWhenToldNotTo() {
    ServerConfig silent =
        config(Dialect.PMDF, EtrnMode.SILENT)
            .withEtrn(new EtrnPolicy(Dialect.PMDF, false, false, false));
    assertThat(decide(silent, "branch.example", "idle.example")).containsExactly(250, 250);
  }

  @ParameterizedTest
  @CsvSource({"false, 253", "true, 458"})
  void answersARequestForWhatRunsAlready(boolean refuses, int code) {
    answer = QueueRunner.Answer.COALESCED;
    ServerConfig config =
        config(Dialect.PMDF, EtrnMode.SILENT)
            .withEtrn(new EtrnPolicy(Dialect.PMDF, true, false, refuses));
    assertThat(decide(config, "branch.example")).containsExactly(code);
  }

  private List<Integer> decide(ServerConfig config, String... arguments) {
    EtrnDecision decision = decision(config);
    var count = new EtrnCounter();
    return List.of(arguments).stream()
        .map(argument -> decision.decide(argument, HERE, false, count).code())
        .toList();
  }

  private EtrnDecision decision(ServerConfig config) {
    return new EtrnDecision(
        config,
        queue,
        selection -> {
          requested.add(selection);
          return answer;
        },
        ServerObserver.NONE);
  }

  private static ServerConfig config(Dialect dialect, EtrnMode mode) {
    var nowhere = new InetSocketAddress(HERE.address(), 0);
    ServerConfig config = BuiltInConfig.config(nowhere, nowhere);
    ChannelOptions ten = ChannelOptions.NONE.withEtrnsPerSession(10);
    return config
        .withIncoming(Channel.of("tcp_local").accepting(mode, ten))
        .withEtrn(new EtrnPolicy(dialect, true, false, false));
  }
}
