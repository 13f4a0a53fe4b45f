package dev.etrn.server;

import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.OutgoingSettings;
import dev.etrn.server.delivery.bounce.Expiry;
import dev.etrn.server.delivery.bounce.NonDeliveryReports;
import dev.etrn.server.delivery.routing.ChannelExchangers;
import dev.etrn.server.delivery.routing.Dns;
import dev.etrn.server.delivery.run.QueueRun;
import dev.etrn.server.delivery.schedule.Backoff;
import dev.etrn.server.delivery.schedule.DeliveringQueue;
import dev.etrn.server.delivery.schedule.JobController;
import dev.etrn.server.delivery.schedule.NodeState;
import dev.etrn.server.delivery.schedule.PeriodicJob;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The queue and the queue runs behind the sessions.
 *
 * @param incoming the queue that takes mail
 * @param handlers the factory of the handler that decides ETRN lines under a configuration, and
 *     starts queue runs
 * @param states the delivery state of each node
 * @param periodicJob the start of the periodic job, beside its interval
 * @param follow the receiver of each configuration that comes into force
 * @param drain stops new runs, and waits at most the given time for those under way
 * @param close closes the queue, after everything else
 */
record DeliveryBackend(
    MessageQueue incoming,
    Function<ServerConfig, EtrnHandler> handlers,
    Supplier<Map<String, NodeState>> states,
    Runnable periodicJob,
    Consumer<ServerConfig> follow,
    Consumer<Duration> drain,
    Runnable close) {

  private static final int MOST_RUNS = 32;
  private static final int MOST_BESIDE = 32;
  private static final int MOST_JOBS = 10_000;

  /** Returns a backend of a queue and runs that the caller owns. */
  static DeliveryBackend ofOthers(MessageQueue incoming, QueueRunner runs) {
    return new DeliveryBackend(
        incoming,
        config -> new EtrnDecision(config, incoming, runs, ServerObserver.NONE),
        Map::of,
        () -> {},
        config -> {},
        atMost -> {},
        () -> {});
  }

  /**
   * Returns a backend that delivers the mail in {@code store}.
   *
   * @param first the configuration in force until the first reload
   * @param mutant the fault of the server, if any
   * @param backoff the time before a node whose exchanger failed is tried again
   */
  static DeliveryBackend from(
      MessageStore store,
      ServerConfig first,
      ServerObserver observer,
      Mutant mutant,
      Backoff backoff) {
    var current = new AtomicReference<>(first);
    // Each delivery reads it once.
    Supplier<ServerConfig> config = current::get;
    Predicate<String> isHeld =
        mutant.isHeld(
            node ->
                config
                    .get()
                    .routing()
                    .channelFor(node)
                    .filter(channel -> !channel.outgoing().isHeld())
                    .isEmpty());
    // Reports are mail too: the runs that cause them request their delivery.
    var runs = new AtomicReference<QueueRunner>();
    var incoming =
        new DeliveringQueue(
            store,
            selection -> Objects.requireNonNull(runs.get()).request(selection),
            isHeld,
            observer);
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
    var periodic = new PeriodicJob(number -> periodicChannels(config.get(), number), jobs);
    QueueRunner runner = mutant.runs(config, store, jobs);
    return new DeliveryBackend(
        incoming,
        next ->
            mutant.handler(
                new EtrnDecision(next, incoming, runner, observer), () -> next, store, runner),
        jobs::states,
        periodic::run,
        next -> {
          current.set(next);
          follow(store, jobs, next);
          periodic.every(next.periodicJob());
        },
        atMost -> {
          periodic.close();
          expiry.close();
          jobs.close(atMost);
        },
        store::close);
  }

  private static List<String> periodicChannels(ServerConfig config, long number) {
    return config.channels().values().stream()
        .filter(channel -> channel.outgoing().isRunByPeriodicJob(number))
        .map(Channel::name)
        .sorted()
        .toList();
  }

  /** Moves mail that waits on a removed channel to the channel that its node is routed to. */
  private static void follow(MessageStore store, QueueRunner runs, ServerConfig config) {
    store.route(node -> config.routing().channelFor(node).map(Channel::name));
    config.channels().values().stream()
        .filter(channel -> !channel.outgoing().isHeld())
        .forEach(channel -> runs.request(new QueueSelection.WholeChannel(channel.name())));
  }
}
