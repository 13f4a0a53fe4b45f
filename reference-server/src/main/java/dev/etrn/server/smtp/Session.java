package dev.etrn.server.smtp;

import dev.etrn.server.auth.Credentials;
import dev.etrn.server.auth.SaslExchange;
import dev.etrn.server.config.Client;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.etrn.EtrnDecision;
import dev.etrn.server.etrn.Tally;
import dev.etrn.server.queue.MessageQueue;
import dev.etrn.server.queue.QueueFullException;
import dev.etrn.server.wire.LineFramer;
import dev.etrn.server.wire.Reply;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
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
  private final MailDialogue mail;
  private final LineFramer framer = new LineFramer();
  private final Tally etrns = new Tally();
  private final LineFramer.Lines lines = new CommandLines();

  private Client client;
  private @Nullable SaslExchange exchange;
  private String greetedAs = "";
  private boolean waiting;
  private boolean over;
  private int refusals;
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
    this.mail = new MailDialogue(config);
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
      at = mail.takesContent() ? content(octets, at, to) : framer.read(octets, at, to, lines);
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
      reply(etrn.decide(asked.argument(), client, mail.isOpen(), etrns));
    } else if (command instanceof SmtpCommand.Ehlo ehlo) {
      greeted(ehlo.name(), Replies.ehlo(config, client));
    } else if (command instanceof SmtpCommand.Helo helo) {
      // SMTP-002
      greeted(helo.name(), Reply.plain(250, config.hostName()));
    } else if (command instanceof SmtpCommand.Mail given) {
      reply(mail(given));
    } else if (command instanceof SmtpCommand.Rcpt rcpt) {
      reply(mail.rcpt(rcpt));
    } else if (command instanceof SmtpCommand.Data) {
      reply(mail.data());
    } else if (command instanceof SmtpCommand.Rset) {
      // SMTP-009
      mail.reset();
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
    mail.reset();
    reply(reply);
  }

  private Reply mail(SmtpCommand.Mail command) {
    if (greetedAs.isEmpty()) {
      return Replies.NO_GREETING;
    }
    return config.security().wantsMoreOf(client) ? Replies.TRUST_FIRST : mail.mail(command);
  }

  private void startTls() {
    if (!config.security().offersTls(client)) {
      reply(Replies.NOT_HERE);
    } else if (mail.isOpen()) {
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
    } else if (greetedAs.isEmpty() || mail.isOpen()) {
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

  private int content(byte[] octets, int from, int to) {
    int at = mail.content(octets, from, to);
    mail.whole()
        .ifPresent(
            whole -> {
              if (whole.isTooLarge()) {
                reply(Replies.TOO_LARGE);
              } else {
                store(whole);
              }
            });
    return at;
  }

  private void store(MailDialogue.Whole whole) {
    waiting = true;
    byte[] stamped = Trace.stamp(whole.content(), greetedAs, client, config.hostName());
    // Whatever becomes of it, stored() is told.
    var unused =
        queue
            .enqueue(whole.transaction().submission(stamped))
            .whenComplete((done, failure) -> thread.execute(() -> stored(failure)));
  }

  private void stored(@Nullable Throwable failure) {
    waiting = false;
    if (failure == null) {
      reply(Replies.QUEUED);
    } else if (QueueFullException.isBehind(failure)) {
      reply(Replies.NO_ROOM);
    } else {
      log.error("a message could not be stored", failure);
      reply(Replies.LOCAL_ERROR);
    }
    output.resume();
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
      return over || waiting || upgrading || mail.takesContent();
    }
  }
}
