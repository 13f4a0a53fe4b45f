package dev.etrn.server.etrn;

import dev.etrn.server.access.ConnectedClient;
import dev.etrn.server.config.Dialect;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.Channel;
import dev.etrn.server.config.channel.EtrnMode;
import dev.etrn.server.delivery.schedule.QueueRunner;
import dev.etrn.server.observe.LogText;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.MessageQueue;
import dev.etrn.server.wire.ReplyTemplate;
import dev.etrn.server.wire.SmtpReply;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The decision on an ETRN line. The first check that fails decides the reply: trust, switched off,
 * in a transaction, syntax, session limit; then form, rights, destination and blocked, which {@link
 * Destinations} checks; at last the run.
 *
 * <p>Never blocks. Refusals are identical to the octet for unknown, denied and blocked nodes and
 * for the wrong form (PMDF-043), so that a client cannot probe for nodes.
 */
public final class EtrnDecision implements EtrnHandler {

  private static final Logger log = LoggerFactory.getLogger(EtrnDecision.class);
  private static final SmtpReply TRUST_FIRST =
      SmtpReply.of(530, "5.7.0", "TLS or authentication is required first");
  private static final SmtpReply SWITCHED_OFF = SmtpReply.of(502, "5.5.1", "ETRN is switched off");
  private static final SmtpReply IN_TRANSACTION =
      SmtpReply.of(503, "5.5.1", "ETRN is not allowed inside a mail transaction");
  private static final SmtpReply RUNNING =
      SmtpReply.of(458, "4.5.0", "this queue is already running, try again later");
  private static final String LIMIT = "ETRN limit of this session reached, use a new session";

  private static final ReplyTemplate STARTED =
      ReplyTemplate.of(250, "2.5.0", "OK, queuing for node ");
  private static final ReplyTemplate NOTHING_WAITS =
      ReplyTemplate.of(251, "2.5.0", "OK, no messages waiting for node ");
  private static final ReplyTemplate PENDING = ReplyTemplate.of(253, "2.5.0", "OK, ");
  private static final ReplyTemplate NOT_ALLOWED = ReplyTemplate.of(459, "4.5.0", "node ");

  private final ServerConfig config;
  private final MessageQueue queue;
  private final QueueRunner runs;
  private final ServerObserver observer;
  private final Destinations destinations;
  private final SmtpReply overLimit;

  public EtrnDecision(
      ServerConfig config, MessageQueue queue, QueueRunner runs, ServerObserver observer) {
    this.observer = observer;
    this.config = config;
    this.queue = queue;
    this.runs = runs;
    this.destinations = new Destinations(config);
    this.overLimit = overLimit(config.etrn().dialect());
  }

  @Override
  public SmtpReply decide(
      String argument, ConnectedClient client, boolean inTransaction, EtrnCounter accepted) {
    SmtpReply reply = reply(argument, client, inTransaction, accepted);
    observer.etrnAnswered(reply.code());
    if (log.isInfoEnabled()) {
      // PMDF-025
      log.info(
          "ETRN from {}: \"{}\" answered {}",
          client.address().getHostAddress(),
          LogText.of(argument),
          reply.code());
    }
    return reply;
  }

  private SmtpReply reply(
      String argument, ConnectedClient client, boolean inTransaction, EtrnCounter accepted) {
    // TLS-001, TLS-002, AUTH-001; before the line is read (SEC-029).
    if (config.security().wantsMoreOf(client)) {
      return TRUST_FIRST;
    }
    Channel incoming = config.incoming();
    // PMDF-004, SMTP-004
    if (incoming.etrn() == EtrnMode.DISABLE) {
      return SWITCHED_OFF;
    }
    // ETRN-011, ETRN-012
    if (inTransaction) {
      return IN_TRANSACTION;
    }
    // ETRN-037 to ETRN-046
    EtrnSyntax.Result syntax = EtrnSyntax.read(argument);
    if (syntax instanceof EtrnSyntax.Refused refused) {
      return refused.reply();
    }
    // PMDF-012
    if (accepted.hasReached(incoming.options().etrnsPerSession())) {
      return overLimit;
    }
    EtrnRequest request = ((EtrnSyntax.Accepted) syntax).request();
    Optional<Destinations.Permitted> permitted = destinations.of(request, client);
    SmtpReply reply = permitted.isPresent() ? run(request, permitted.get()) : notAllowed(request);
    // PMDF-012 counts accepted ETRNs; other servers count all.
    if (reply.code() / 100 == 2 || config.etrn().countsRefused()) {
      accepted.add();
    }
    return reply;
  }

  private SmtpReply run(EtrnRequest request, Destinations.Permitted permitted) {
    // ETRN-029 to ETRN-032: the count is taken before the run empties the queue.
    long waiting = queue.waiting(permitted.selection());
    // Without waiting mail there is nothing to run (ETRN-024), however often a client asks.
    QueueRunner.Answer answer =
        waiting == 0 ? QueueRunner.Answer.STARTED : runs.request(permitted.selection());
    return switch (answer) {
      case STARTED -> started(request, permitted, waiting);
      // PMDF-027
      case COALESCED ->
          config.etrn().refusesWhileRunning() ? RUNNING : started(request, permitted, waiting);
      // ETRN-035
      case FULL -> SmtpReply.of(458, "4.5.0", "too many queue runs, try again later");
      // SEC-035
      case CLOSING -> SmtpReply.of(458, "4.3.2", "shutting down, try again later");
    };
  }

  private SmtpReply started(EtrnRequest request, Destinations.Permitted permitted, long waiting) {
    String node = request.argument();
    // PMDF-001 names the channel, PMDF-002 and PMDF-003 do not.
    String channelSuffix =
        config.incoming().etrn() == EtrnMode.ALLOW ? " on channel " + permitted.channels() : "";
    if (!config.etrn().tellsCounts()) {
      return STARTED.with(node + " started" + channelSuffix);
    }
    return waiting == 0
        ? NOTHING_WAITS.with(channelSuffix.isEmpty() ? node : node + channelSuffix)
        : PENDING.with(waiting + " pending messages for node " + node + " started" + channelSuffix);
  }

  /** Returns the refusal, with one text for every reason (ETRN-036, PMDF-043). */
  private static SmtpReply notAllowed(EtrnRequest request) {
    return NOT_ALLOWED.with(request.argument() + " not allowed: not yours to release");
  }

  /** Returns the reply to an ETRN over the limit (PMDF-013). */
  private static SmtpReply overLimit(Dialect dialect) {
    return switch (dialect.overLimit()) {
      case TRY_LATER -> SmtpReply.of(458, "4.5.0", LIMIT);
      case TRY_LATER_BY_POLICY -> SmtpReply.of(458, "4.7.1", LIMIT);
      case NEVER -> SmtpReply.of(550, "5.7.1", LIMIT);
    };
  }
}
