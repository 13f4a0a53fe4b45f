package dev.etrn.server;

import dev.etrn.server.config.Channel;
import dev.etrn.server.config.OutgoingSettings;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.delivery.bounce.Expiry;
import dev.etrn.server.delivery.bounce.NonDeliveryReports;
import dev.etrn.server.delivery.routing.ChannelExchangers;
import dev.etrn.server.delivery.routing.Dns;
import dev.etrn.server.delivery.run.QueueRun;
import dev.etrn.server.delivery.schedule.Backoff;
import dev.etrn.server.delivery.schedule.DeliveringQueue;
import dev.etrn.server.delivery.schedule.JobController;
import dev.etrn.server.delivery.schedule.NodeState;
import dev.etrn.server.delivery.schedule.QueueRunner;
import dev.etrn.server.etrn.EtrnDecision;
import dev.etrn.server.etrn.EtrnHandler;
import dev.etrn.server.fault.mutant.Mutant;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.MessageQueue;
import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.QueueSelection;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What sessions put into and start, behind them.
 *
 * @param incoming takes mail
 * @param handlers makes what decides ETRN lines under a configuration, and starts queue runs
 * @param states how delivery stands toward each node
 * @param follow is told of each configuration that begins to count
 * @param drain starts no more runs, and waits so long for those under way
 * @param close ends the queue, after all else
 */
record DeliveryBackend(
    MessageQueue incoming,
    Function<ServerConfig, EtrnHandler> handlers,
    Supplier<Map<String, NodeState>> states,
    Consumer<ServerConfig> follow,
    Consumer<Duration> drain,
    Runnable close) {

  private static final int MOST_RUNS = 32;
  private static final int MOST_BESIDE = 32;
  private static final int MOST_JOBS = 10_000;

  /** A queue and runs that somebody else looks after. */
  static DeliveryBackend ofOthers(MessageQueue incoming, QueueRunner runs) {
    return new DeliveryBackend(
        incoming,
        config -> new EtrnDecision(config, incoming, runs, ServerObserver.NONE),
        Map::of,
        config -> {},
        atMost -> {},
        () -> {});
  }

  /**
   * Delivers what {@code store} holds.
   *
   * @param first the configuration that counts until another one is followed
   * @param mutant what is wrong, if anything
   * @param backoff how long a node whose exchanger failed is left alone
   */
  static DeliveryBackend from(
      MessageStore store,
      ServerConfig first,
      ServerObserver observer,
      Mutant mutant,
      Backoff backoff) {
    var current = new AtomicReference<>(first);
    // Each delivery asks for it once.
    Supplier<ServerConfig> config = current::get;
    Predicate<String> isHeld =
        mutant.isHeld(
            node ->
                config
                    .get()
                    .routing()
                    .channelFor(node)
                    .filter(c -> !c.outgoing().isHeld())
                    .isEmpty());
    // Reports are mail too, and their delivery is asked for by the runs that cause them.
    var runs = new AtomicReference<QueueRunner>();
    var incoming =
        new DeliveringQueue(
            store, wanted -> Objects.requireNonNull(runs.get()).request(wanted), isHeld, observer);
    var reports = new NonDeliveryReports(config, incoming, Clock.systemUTC());
    var run =
        new QueueRun(
            mutant.waiting(store),
            mutant.exchangers(new ChannelExchangers(config, new Dns())),
            reports,
            observer,
            () -> config.get().hostName(),
            MOST_BESIDE);
    var jobs =
        new JobController(
            store,
            run,
            mutant.backoff(backoff),
            isHeld,
            Clock.systemUTC(),
            mutant.runsAtOnce(MOST_RUNS),
            MOST_JOBS);
    runs.set(jobs);
    var expiry =
        new Expiry(
            store,
            channel ->
                config
                    .get()
                    .channel(channel)
                    .map(Channel::outgoing)
                    .orElse(OutgoingSettings.STANDARD)
                    .returnAfter(),
            reports,
            Clock.systemUTC(),
            System::nanoTime);
    expiry.start();
    QueueRunner asked = mutant.runs(config, store, jobs);
    return new DeliveryBackend(
        incoming,
        to ->
            mutant.handler(new EtrnDecision(to, incoming, asked, observer), () -> to, store, asked),
        jobs::states,
        to -> {
          current.set(to);
          follow(store, jobs, to);
        },
        atMost -> {
          expiry.close();
          jobs.close(atMost);
        },
        store::close);
  }

  /** What waited for a channel that is gone now waits on the one its node is routed to. */
  private static void follow(MessageStore store, QueueRunner runs, ServerConfig config) {
    store.route(node -> config.routing().channelFor(node).map(Channel::name));
    config.channels().values().stream()
        .filter(channel -> !channel.outgoing().isHeld())
        .forEach(channel -> runs.request(new QueueSelection.WholeChannel(channel.name())));
  }
}
