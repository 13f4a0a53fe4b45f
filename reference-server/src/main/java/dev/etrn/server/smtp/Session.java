package dev.etrn.server.smtp;

import dev.etrn.server.auth.Credentials;
import dev.etrn.server.auth.SaslExchange;
import dev.etrn.server.config.Channel;
import dev.etrn.server.config.ChannelOptions;
import dev.etrn.server.config.Client;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.etrn.EtrnDecision;
import dev.etrn.server.etrn.Tally;
import dev.etrn.server.queue.MessageQueue;
import dev.etrn.server.queue.QueueFullException;
import dev.etrn.server.wire.DataFramer;
import dev.etrn.server.wire.LineFramer;
import dev.etrn.server.wire.Reply;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state machine of one SMTP session: octets in, replies out, whatever the transport.
 *
 * <p>For one thread at a time. It never blocks: while a message is being stored it takes no input,
 * so that what was pipelined behind the final dot is answered after it, and sees it queued.
 */
public final class Session {

  private static final Logger log = LoggerFactory.getLogger(Session.class);
  private static final int MOST_FAILURES = 3;

  /** What a connection is told that finds too many others. */
  public static final Reply TOO_MANY_SESSIONS = Replies.TOO_MANY_SESSIONS;

  private final ServerConfig config;
  private final MessageQueue queue;
  private final EtrnDecision etrn;
  private final Executor hashing;
  private final Executor thread;
  private final SessionOutput output;
  private final LineFramer framer = new LineFramer();
  private final Tally etrns = new Tally();
  private final LineFramer.Lines lines = new CommandLines();

  private Client client;
  private @Nullable SaslExchange exchange;
  private String greetedAs = "";
  private @Nullable MailTransaction transaction;
  private @Nullable DataFramer data;
  private boolean waiting;
  private boolean over;
  private int refusals;
  private int transactions;
  private int failures;
  private boolean upgrading;

  /**
   * @param address where the connection comes from
   * @param thread runs what must go on in this session's own thread
   * @param hashing runs what takes long, such as the check of a password
   */
  public Session(
      ServerConfig config,
      MessageQueue queue,
      EtrnDecision etrn,
      InetAddress address,
      Executor thread,
      Executor hashing,
      SessionOutput output) {
    this.config = config;
    this.queue = queue;
    this.etrn = etrn;
    this.client = Client.at(address);
    this.hashing = hashing;
    this.thread = thread;
    this.output = output;
  }

  /** Greets; the first thing to happen. */
  public void begin() {
    output.reply(Replies.greeting(config));
  }

  /**
   * Takes octets from the peer.
   *
   * @return the index of the first octet not taken, because the session stores a message or is over
   */
  public int receive(byte[] octets, int from, int to) {
    int at = from;
    while (at < to && !over && !waiting && !upgrading) {
      at = data == null ? framer.read(octets, at, to, lines) : content(data, octets, at, to);
    }
    // TLS-004: what came in the clear behind STARTTLS is thrown away.
    return upgrading ? to : at;
  }

  /** The handshake is over; what comes now came encrypted. */
  public void encrypted() {
    upgrading = false;
  }

  /** Whether input is left alone until {@link SessionOutput#resume()}. */
  public boolean isWaiting() {
    return waiting;
  }

  /** Ends the session from the server's side, with 421. */
  public void shutDown() {
    end(Replies.SHUTTING_DOWN);
  }

  /** Ends a session whose peer says nothing. */
  public void timeOut() {
    end(Replies.IDLE);
  }

  private void end(Reply farewell) {
    if (!over) {
      over = true;
      output.reply(farewell);
      output.close();
    }
  }

  private void reply(Reply reply) {
    output.reply(reply);
    // SEC-032: an end to floods of errors.
    if (reply.code() >= 500 && ++refusals >= config.limits().refusals()) {
      end(Replies.TOO_MANY_ERRORS);
    }
  }

  private void command(SmtpCommand command) {
    if (command instanceof SmtpCommand.Etrn asked) {
      reply(etrn.decide(asked.argument(), client, transaction != null, etrns));
    } else if (command instanceof SmtpCommand.Ehlo ehlo) {
      greeted(ehlo.name(), Replies.ehlo(config, client));
    } else if (command instanceof SmtpCommand.Helo helo) {
      // SMTP-002
      greeted(helo.name(), Reply.plain(250, config.hostName()));
    } else if (command instanceof SmtpCommand.Mail mail) {
      reply(mail(mail));
    } else if (command instanceof SmtpCommand.Rcpt rcpt) {
      reply(rcpt(rcpt));
    } else if (command instanceof SmtpCommand.Data) {
      reply(data());
    } else if (command instanceof SmtpCommand.Rset) {
      // SMTP-009
      transaction = null;
      reply(Replies.OK);
    } else if (command instanceof SmtpCommand.Noop) {
      reply(Replies.OK);
    } else if (command instanceof SmtpCommand.Vrfy) {
      reply(Replies.CANNOT_VERIFY);
    } else if (command instanceof SmtpCommand.Help) {
      reply(Replies.HELP);
    } else if (command instanceof SmtpCommand.StartTls) {
      startTls();
    } else if (command instanceof SmtpCommand.Auth auth) {
      auth(auth);
    } else if (command instanceof SmtpCommand.Quit) {
      end(Replies.BYE);
    } else if (command instanceof SmtpCommand.Refused refused) {
      reply(refused.reply());
    }
  }

  private void greeted(String name, Reply reply) {
    greetedAs = name;
    // SMTP-007: a later EHLO resets like RSET.
    transaction = null;
    reply(reply);
  }

  private Reply mail(SmtpCommand.Mail mail) {
    if (greetedAs.isEmpty()) {
      return Replies.NO_GREETING;
    }
    if (config.security().wantsMoreOf(client)) {
      return Replies.TRUST_FIRST;
    }
    if (transaction != null) {
      return Replies.NESTED_MAIL;
    }
    // PMDF-015
    if (transactions >= options().transactionsPerSession().orElse(Integer.MAX_VALUE)) {
      return Replies.TOO_MANY_TRANSACTIONS;
    }
    if (mail.size() > config.limits().messageOctets()) {
      return Replies.TOO_LARGE;
    }
    transactions++;
    transaction = new MailTransaction(mail.sender());
    return Replies.SENDER_OK;
  }

  private Reply rcpt(SmtpCommand.Rcpt rcpt) {
    if (transaction == null) {
      return Replies.NO_MAIL;
    }
    int most = options().recipientsPerTransaction().orElse(config.limits().recipients());
    // PMDF-016
    if (transaction.recipients() >= most) {
      return Replies.TOO_MANY_RECIPIENTS;
    }
    Optional<Channel> channel = config.routing().channelFor(rcpt.domain());
    if (channel.isEmpty()) {
      return Replies.NO_RELAY;
    }
    transaction.add(rcpt.recipient(), channel.get().name(), rcpt.domain());
    return Replies.RECIPIENT_OK;
  }

  private void startTls() {
    if (!config.security().offersTls(client)) {
      reply(Replies.NOT_HERE);
    } else if (transaction != null) {
      reply(Replies.NOT_NOW);
    } else {
      // RFC 3207 section 4.2: all that was learned is forgotten, but for the tally (PMDF-042).
      reply(Replies.READY_FOR_TLS);
      client = client.encrypted();
      greetedAs = "";
      upgrading = true;
      output.startTls();
    }
  }

  private void auth(SmtpCommand.Auth auth) {
    if (!config.security().offersAuth(client)) {
      reply(client.identity().isPresent() ? Replies.NOT_NOW : Replies.NOT_HERE);
    } else if (greetedAs.isEmpty() || transaction != null) {
      reply(Replies.NOT_NOW);
    } else {
      SaslExchange.of(auth.mechanism())
          .ifPresentOrElse(
              begun -> step(begun, begun.begin(auth.initial())), () -> reply(Replies.NO_MECHANISM));
    }
  }

  private void step(SaslExchange current, SaslExchange.Step step) {
    exchange = null;
    if (step instanceof SaslExchange.Challenge challenge) {
      exchange = current;
      reply(Reply.plain(334, challenge.text()));
    } else if (step instanceof SaslExchange.Claimed claimed) {
      waiting = true;
      Credentials given = claimed.credentials();
      hashing.execute(
          () -> {
            boolean isKnown = config.security().users().know(given);
            thread.execute(() -> authenticated(given.name(), isKnown));
          });
    } else {
      reply(Replies.AUTH_ENDED);
    }
  }

  private void authenticated(String name, boolean isKnown) {
    waiting = false;
    if (isKnown) {
      client = client.identifiedAs(name);
      reply(Replies.AUTHENTICATED);
    } else if (++failures >= MOST_FAILURES) {
      end(Replies.TOO_MANY_ERRORS);
    } else {
      reply(Replies.AUTH_FAILED);
    }
    output.resume();
  }

  private ChannelOptions options() {
    return config.incoming().options();
  }

  private Reply data() {
    if (transaction == null) {
      return Replies.NO_MAIL;
    }
    if (transaction.recipients() == 0) {
      return Replies.NO_RECIPIENTS;
    }
    // PMDF-017
    if (transaction.recipients() > options().rejectRecipients().orElse(Integer.MAX_VALUE)) {
      transaction = null;
      return Replies.TOO_MANY_FOR_ONE_MESSAGE;
    }
    data = new DataFramer(config.limits().messageOctets());
    return Replies.GO_ON;
  }

  private int content(DataFramer framer, byte[] octets, int from, int to) {
    int at = framer.read(octets, from, to);
    MailTransaction whole = transaction;
    if (framer.isWhole() && whole != null) {
      data = null;
      transaction = null;
      if (framer.isOverLimit()) {
        reply(Replies.TOO_LARGE);
      } else {
        store(whole, framer.content());
      }
    }
    return at;
  }

  private void store(MailTransaction whole, byte[] content) {
    waiting = true;
    byte[] stamped = Trace.stamp(content, greetedAs, client, config.hostName());
    // Whatever becomes of it, stored() is told.
    var unused =
        queue
            .enqueue(whole.submission(stamped))
            .whenComplete((done, failure) -> thread.execute(() -> stored(failure)));
  }

  private void stored(@Nullable Throwable failure) {
    waiting = false;
    if (failure == null) {
      reply(Replies.QUEUED);
    } else if (cause(failure) instanceof QueueFullException) {
      reply(Replies.NO_ROOM);
    } else {
      log.error("a message could not be stored", failure);
      reply(Replies.LOCAL_ERROR);
    }
    output.resume();
  }

  private static Throwable cause(Throwable failure) {
    Throwable inner = failure instanceof CompletionException ? failure.getCause() : failure;
    return inner == null ? failure : inner;
  }

  /** Commands from lines, as long as the session takes any. */
  private final class CommandLines implements LineFramer.Lines {
    @Override
    public void line(byte[] octets) {
      SaslExchange current = exchange;
      if (current != null) {
        step(current, current.response(new String(octets, StandardCharsets.ISO_8859_1)));
      } else {
        command(CommandParser.parse(octets));
      }
    }

    @Override
    public void tooLong() {
      // SMTP-017
      reply(Replies.LINE_TOO_LONG);
    }

    @Override
    public boolean isFull() {
      return over || waiting || upgrading || data != null;
    }
  }
}
