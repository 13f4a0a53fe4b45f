package dev.etrn.server.benchmark;

import dev.etrn.server.access.ConnectedClient;
import dev.etrn.server.benchmark.server.ReferenceServer;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.delivery.schedule.QueueRunner;
import dev.etrn.server.etrn.EtrnCounter;
import dev.etrn.server.etrn.EtrnDecision;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.IncomingMessage;
import dev.etrn.server.queue.store.InMemoryQueue;
import dev.etrn.server.wire.SmtpReply;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The benchmark of one ETRN, from its argument to its reply; every argument is a new string, as on
 * the wire.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DecisionBenchmark {

  /**
   * The argument: no mail waits; mail waits; a name below a node; a subtree; refused; not a name.
   */
  @Param({
    "idle.example",
    "branch.example",
    "desk.idle.example",
    "@idle.example",
    "denied.example",
    "-"
  })
  String argument = "";

  private final ConnectedClient client = ConnectedClient.at(InetAddress.getLoopbackAddress());
  private final EtrnCounter count = new EtrnCounter();
  private byte[] octets = {};
  private EtrnDecision decision = decision();

  @Setup
  public void prepare() {
    octets = argument.getBytes(StandardCharsets.ISO_8859_1);
    decision = decision();
  }

  @Benchmark
  public SmtpReply decide() {
    return decision.decide(new String(octets, StandardCharsets.ISO_8859_1), client, false, count);
  }

  private static EtrnDecision decision() {
    var queue = new InMemoryQueue(1024);
    var branch =
        new IncomingMessage.Destination("tcp_branch", "branch.example", List.of("a@b.example"));
    queue.enqueue(new IncomingMessage("", List.of(branch), new byte[] {1})).join();
    QueueRunner runs = selection -> QueueRunner.Answer.STARTED;
    ServerConfig config =
        ReferenceServer.config(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return new EtrnDecision(config, queue, runs, ServerObserver.NONE);
  }
}
