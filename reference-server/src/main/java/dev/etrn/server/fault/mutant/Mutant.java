package dev.etrn.server.fault.mutant;

import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.OutgoingOptions;
import dev.etrn.server.delivery.routing.MailExchangers;
import dev.etrn.server.delivery.routing.RoutingResult;
import dev.etrn.server.delivery.schedule.Backoff;
import dev.etrn.server.delivery.schedule.QueueRunner;
import dev.etrn.server.etrn.EtrnCounter;
import dev.etrn.server.etrn.EtrnHandler;
import dev.etrn.server.fault.Fault;
import dev.etrn.server.fault.config.ConfigFault;
import dev.etrn.server.fault.delivery.ContentFault;
import dev.etrn.server.fault.delivery.DeliveryFault;
import dev.etrn.server.fault.delivery.QueueFault;
import dev.etrn.server.fault.etrn.DecisionFault;
import dev.etrn.server.fault.etrn.RunFault;
import dev.etrn.server.fault.etrn.ServerParts;
import dev.etrn.server.fault.session.FaultySession;
import dev.etrn.server.fault.session.SessionFactory;
import dev.etrn.server.fault.session.WireFault;
import dev.etrn.server.queue.MessageStore;
import dev.etrn.server.queue.WaitingMessages;
import dev.etrn.server.smtp.SessionOutput;
import dev.etrn.server.smtp.SmtpSession;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A server's fault, put into its parts when they are assembled; without a fault, each part stays
 * unchanged.
 *
 * @param fault the fault, if any
 */
public record Mutant(Optional<Fault> fault) {

  /** The mutant without a fault. */
  public static final Mutant NONE = new Mutant(Optional.empty());

  /** The discard service, at which no mail exchanger listens. */
  private static final int NOBODY = 9;

  public static Mutant with(Fault fault) {
    return new Mutant(Optional.of(fault));
  }

  public ServerConfig config(ServerConfig correct) {
    return fault.orElse(null) instanceof ConfigFault wrong ? wrong.applied(correct) : correct;
  }

  /**
   * Returns a session, with the fault if it is one of sessions.
   *
   * @param thread the thread of the session
   */
  public SmtpSession session(
      ScheduledExecutorService thread, SessionOutput output, SessionFactory sessions) {
    return fault.orElse(null) instanceof WireFault wrong
        ? new FaultySession(wrong.interceptor(), thread, output, sessions)
        : sessions.make(output, UnaryOperator.identity());
  }

  public EtrnHandler handler(
      EtrnHandler correct, Supplier<ServerConfig> config, MessageStore store, QueueRunner runs) {
    return fault.orElse(null) instanceof DecisionFault wrong
        ? wrong.applied(correct, new ServerParts(config, store, runs, new EtrnCounter()))
        : correct;
  }

  /** Returns the queue runner for ETRN requests. */
  public QueueRunner runs(Supplier<ServerConfig> config, MessageStore store, QueueRunner correct) {
    if (fault.orElse(null) instanceof QueueFault wrong) {
      return wrong.applied(correct);
    }
    return fault.orElse(null) instanceof RunFault wrong
        ? wrong.applied(new ServerParts(config, store, correct, new EtrnCounter()))
        : correct;
  }

  public WaitingMessages waiting(MessageStore store) {
    Fault wrong = fault.orElse(null);
    if (wrong instanceof ContentFault content) {
      return content.applied(store);
    } else if (wrong instanceof QueueFault queue) {
      return queue.applied(store);
    }
    return wrong instanceof DeliveryFault delivery ? delivery.applied(store) : store;
  }

  public MailExchangers exchangers(MailExchangers correct) {
    if (fault.orElse(null) == DeliveryFault.SENDS_ONE_MESSAGE_PER_CONNECTION) {
      return node -> oneMessageEach(correct.of(node));
    }
    if (fault.orElse(null) != DeliveryFault.GOES_TO_THE_ASKER) {
      return correct;
    }
    // Mutants serve clients of this host only.
    RoutingResult asker =
        RoutingResult.at(new InetSocketAddress(InetAddress.getLoopbackAddress(), NOBODY));
    return node -> asker;
  }

  /** Returns the number of queues that run at once. */
  public int runsAtOnce(int correct) {
    return fault.orElse(null) == RunFault.RUNS_ONE_AT_A_TIME ? 1 : correct;
  }

  /** Returns the wait before a node whose exchanger failed is tried again. */
  public Backoff backoff(Backoff correct) {
    return fault.orElse(null) == RunFault.TRIES_DEAD_HOSTS_AT_ONCE
        ? new Backoff(Duration.ofMillis(1), Duration.ofMillis(1))
        : correct;
  }

  public Predicate<String> isHeld(Predicate<String> correct) {
    return fault.orElse(null) == RunFault.DELIVERS_UNASKED ? node -> false : correct;
  }

  private static RoutingResult oneMessageEach(RoutingResult destination) {
    if (!(destination instanceof RoutingResult.Exchangers exchangers)) {
      return destination;
    }
    var options = new OutgoingOptions(OptionalInt.of(1), exchangers.settings().options().times());
    return new RoutingResult.Exchangers(
        exchangers.addresses(), exchangers.settings().with(options));
  }
}
