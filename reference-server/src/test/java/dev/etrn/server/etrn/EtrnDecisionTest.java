package dev.etrn.server.etrn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.access.ConnectedClient;
import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.ChannelOptions;
import dev.etrn.server.config.channel.EtrnMode;
import dev.etrn.server.delivery.schedule.QueueRunner;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.QueueSelection;
import dev.etrn.server.queue.store.InMemoryQueue;
import dev.etrn.server.wire.SmtpReply;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EtrnDecisionTest {

  private static final ConnectedClient HERE = ConnectedClient.at(InetAddress.getLoopbackAddress());
  private final InMemoryQueue queue = new InMemoryQueue(10_000);
  private final List<QueueSelection> requested = new ArrayList<>();
  private QueueRunner.Answer answer = QueueRunner.Answer.STARTED;

  @ParameterizedTest
  @CsvSource({
    "'', 500",
    "localname, 501",
    "a b, 501",
    "@, 501",
    "#, 501",
    "!branch.example, 501",
    "@@branch.example, 501",
    "@#tcp_branch, 501",
    "branch.example., 501",
    "a..b.test, 501",
    "[192.0.2.1], 501",
    "192.0.2.1, 501",
    "'br\tanch.example', 500",
    "'br\u00FCnch.example', 500",
    "denied.example, 459",
    "unknown.example, 459",
    "@example, 459",
    "@test, 459",
    "#tcp_sibling, 459",
    "#nothing, 459",
    "branch.example, 253",
    "BRANCH.Example, 253",
    "below.branch.example, 253",
    "@branch.example, 253",
    "#TCP_BRANCH, 253",
  })
  void decidesByArgument(String argument, int code) {
    mailFor("branch.example", "tcp_branch");
    mailFor("below.branch.example", "tcp_branch");
    assertThat(decide(argument).code()).isEqualTo(code);
    assertThat(requested).hasSize(code / 100 == 2 ? 1 : 0);
  }

  @Test
  void countsWhatWaitsAndNamesTheChannel() {
    mailFor("branch.example", "tcp_branch");
    mailFor("a.branch.example", "tcp_branch");
    assertThat(decide("branch.example").toString())
        .startsWith("253 2.5.0 OK, 1 pending messages for node branch.example started")
        .contains("tcp_branch");
    assertThat(decide("@branch.example").toString()).contains("OK, 2 pending");
    assertThat(requested.get(1)).isInstanceOf(QueueSelection.Subtree.class);
  }

  @Test
  void tellsStrangersNothingAboutNodes() throws Exception {
    ConnectedClient stranger = ConnectedClient.at(InetAddress.getByName("198.51.100.7"));
    mailFor("branch.example", "tcp_branch");
    for (String node : List.of("branch.example", "idle.example", "unknown.example")) {
      String reply = decision(config()).decide(node, stranger, false, new EtrnCounter()).toString();
      assertThat(reply.replace(node, "NODE"))
          .isEqualTo("459 4.5.0 node NODE not allowed: not yours to release\r\n");
    }
    assertThat(requested).isEmpty();
  }

  @Test
  void refusesInsideATransaction() {
    SmtpReply reply = decision(config()).decide("branch.example", HERE, true, new EtrnCounter());
    assertThat(reply.code()).isEqualTo(503);
  }

  @ParameterizedTest
  @CsvSource({
    "DISABLE, branch.example, 502",
    "DISABLE, @branch.example, 502",
    "DOMAIN, branch.example, 459",
    "DOMAIN, #tcp_branch, 459",
    "DOMAIN, @branch.example, 251",
    "SILENT, branch.example, 251",
    "ALLOW, branch.example, 251",
  })
  void followsTheKeywordOfTheIncomingChannel(EtrnMode mode, String argument, int code) {
    SmtpReply reply = decision(incoming(mode, 1)).decide(argument, HERE, false, new EtrnCounter());
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.toString().contains("channel tcp_")).isEqualTo(mode == EtrnMode.ALLOW);
  }

  @Test
  void limitsAcceptedEtrnsOfASession() {
    var count = new EtrnCounter();
    EtrnDecision decision = decision(incoming(EtrnMode.SILENT, 2));
    List<Integer> codes =
        java.util.stream.Stream.of(
                "denied.example", "branch.example", "a..b", "idle.example", "branch.example")
            .map(argument -> decision.decide(argument, HERE, false, count).code())
            .toList();
    assertThat(codes).containsExactly(459, 251, 501, 251, 458);
  }

  @Test
  void honoursNoneWithALimitOfNought() {
    assertThat(
            decision(incoming(EtrnMode.SILENT, 0))
                .decide("branch.example", HERE, false, new EtrnCounter())
                .code())
        .isEqualTo(458);
  }

  @Test
  void refusesABlockedDestinationLikeAnUnknownOne() {
    Channel blocked = Channel.of("tcp_branch").blocking();
    ServerConfig config = config();
    var routing =
        dev.etrn.server.config.Routing.builder().subtree("branch.example", blocked).build();
    EtrnDecision decision =
        decision(config.withRouting(routing, ServerConfig.byName(config.incoming(), blocked)));
    for (String argument : List.of("branch.example", "@branch.example", "#tcp_branch")) {
      assertThat(decision.decide(argument, HERE, false, new EtrnCounter()).code()).isEqualTo(459);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"FULL", "CLOSING"})
  void asksToComeAgainWhenNoRunCanStart(QueueRunner.Answer runAnswer) {
    mailFor("branch.example", "tcp_branch");
    answer = runAnswer;
    assertThat(decide("branch.example").code()).isEqualTo(458);
  }

  private SmtpReply decide(String argument) {
    return decision(config()).decide(argument, HERE, false, new EtrnCounter());
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

  private static ServerConfig incoming(EtrnMode mode, int limit) {
    ChannelOptions options = ChannelOptions.NONE.withEtrnsPerSession(limit);
    return config().withIncoming(Channel.of("tcp_local").accepting(mode, options));
  }

  private static ServerConfig config() {
    var nowhere = new InetSocketAddress(HERE.address(), 0);
    return BuiltInConfig.config(nowhere, nowhere);
  }

  private void mailFor(String node, String channel) {
    var destination = new IncomingMessage.Destination(channel, node, List.of("a@" + node));
    queue.enqueue(new IncomingMessage("", List.of(destination), new byte[10])).join();
  }
}
