package dev.etrn.server.etrn;

import dev.etrn.server.access.ConnectedClient;
import dev.etrn.server.config.Channel;
import dev.etrn.server.config.Dialect;
import dev.etrn.server.config.EtrnMode;
import dev.etrn.server.config.ServerConfig;
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
 * Decides one ETRN line, first hit replies: trust, switched off, in a transaction, syntax, session
 * limit; form, rights, destination and blocked, which {@link Destinations} looks at; run.
 *
 * <p>Never blocks. Refusals are alike to the octet for unknown, denied and blocked nodes and for
 * the wrong form (PMDF-043), so that nobody learns what there is.
 */
public final class EtrnDecision implements EtrnHandler {

  private static final Logger log = LoggerFactory.getLogger(EtrnDecision.class);
  private static final SmtpReply TRUST_FIRST =
      SmtpReply.of(530, "5.7.0", "TLS or authentication comes first");
  private static final SmtpReply SWITCHED_OFF = SmtpReply.of(502, "5.5.1", "ETRN is switched off");
  private static final SmtpReply IN_TRANSACTION =
      SmtpReply.of(503, "5.5.1", "ETRN is not allowed inside a mail transaction");
  private static final SmtpReply RUNNING =
      SmtpReply.of(458, "4.5.0", "such a queue run is under way, come again later");
  private static final String LIMIT = "this session has had its ETRNs, come again in another one";

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
    SmtpReply reply = decided(argument, client, inTransaction, accepted);
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

  private SmtpReply decided(
      String argument, ConnectedClient client, boolean inTransaction, EtrnCounter accepted) {
    // TLS-001, TLS-002, AUTH-001; before anything of the line is looked at (SEC-029).
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
    EtrnSyntax.Result read = EtrnSyntax.read(argument);
    if (read instanceof EtrnSyntax.Refused refused) {
      return refused.reply();
    }
    // PMDF-012
    if (accepted.hasReached(incoming.options().etrnsPerSession())) {
      return overLimit;
    }
    EtrnRequest request = ((EtrnSyntax.Accepted) read).request();
    Optional<Destinations.Permitted> permitted = destinations.of(request, client);
    SmtpReply reply = permitted.isPresent() ? run(request, permitted.get()) : notAllowed(request);
    // PMDF-012 counts what was accepted; others count what was asked.
    if (reply.code() / 100 == 2 || config.etrn().countsRefused()) {
      accepted.add();
    }
    return reply;
  }

  private SmtpReply run(EtrnRequest request, Destinations.Permitted permitted) {
    // ETRN-029 to ETRN-032: the count is taken before the run empties the queue.
    long waiting = queue.waiting(permitted.selection());
    // Where nothing waits there is nothing to run (ETRN-024), however often that is asked for.
    QueueRunner.Answer answer =
        waiting == 0 ? QueueRunner.Answer.STARTED : runs.request(permitted.selection());
    return switch (answer) {
      case STARTED -> started(request, permitted, waiting);
      // PMDF-027
      case COALESCED ->
          config.etrn().refusesWhileRunning() ? RUNNING : started(request, permitted, waiting);
      // ETRN-035
      case FULL -> SmtpReply.of(458, "4.5.0", "too many queue runs, come again later");
      // SEC-035
      case CLOSING -> SmtpReply.of(458, "4.3.2", "shutting down, come again later");
    };
  }

  private SmtpReply started(EtrnRequest request, Destinations.Permitted permitted, long waiting) {
    String node = request.argument();
    // PMDF-001 names the channel, PMDF-002 and PMDF-003 do not.
    String where =
        config.incoming().etrn() == EtrnMode.ALLOW ? " on channel " + permitted.channels() : "";
    if (!config.etrn().tellsCounts()) {
      return STARTED.with(node + " started" + where);
    }
    return waiting == 0
        ? NOTHING_WAITS.with(where.isEmpty() ? node : node + where)
        : PENDING.with(waiting + " pending messages for node " + node + " started" + where);
  }

  /** ETRN-036, PMDF-043: one text for every reason. */
  private static SmtpReply notAllowed(EtrnRequest request) {
    return NOT_ALLOWED.with(request.argument() + " not allowed: not yours to release");
  }

  /** PMDF-013 */
  private static SmtpReply overLimit(Dialect dialect) {
    return switch (dialect.overLimit()) {
      case TRY_LATER -> SmtpReply.of(458, "4.5.0", LIMIT);
      case TRY_LATER_BY_POLICY -> SmtpReply.of(458, "4.7.1", LIMIT);
      case NEVER -> SmtpReply.of(550, "5.7.1", LIMIT);
    };
  }
}
