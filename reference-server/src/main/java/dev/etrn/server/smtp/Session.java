package dev.etrn.server.smtp;

import dev.etrn.server.access.ConnectedClient;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.etrn.EtrnCounter;
import dev.etrn.server.etrn.EtrnHandler;
import dev.etrn.server.queue.MessageQueue;
import dev.etrn.server.queue.QueueFullException;
import dev.etrn.server.smtp.dialogue.AbuseCounter;
import dev.etrn.server.smtp.dialogue.CommandSession;
import dev.etrn.server.smtp.dialogue.MailDialogue;
import dev.etrn.server.smtp.dialogue.Replies;
import dev.etrn.server.smtp.dialogue.SecurityDialogue;
import dev.etrn.server.smtp.dialogue.SmtpCommand;
import dev.etrn.server.smtp.verb.CommandParser;
import dev.etrn.server.wire.LineFramer;
import dev.etrn.server.wire.SmtpReply;
import java.net.InetAddress;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state machine of one SMTP session: octets in, replies out, independent of the transport.
 *
 * <p>For one thread at a time. It never blocks: while a message is being stored it takes no input,
 * so that commands pipelined after the final dot are answered after it, and see it queued.
 */
public final class Session implements SmtpSession {

  private static final Logger log = LoggerFactory.getLogger(Session.class);

  private static final int BLOCK = 1024;

  /** The greeting of a connection when there are too many. */
  public static final SmtpReply TOO_MANY_SESSIONS = Replies.TOO_MANY_SESSIONS;

  /** The greeting of a connection when there are too many from its address. */
  public static final SmtpReply TOO_MANY_FROM_ADDRESS = Replies.TOO_MANY_FROM_ADDRESS;

  private final ServerConfig config;
  private final MessageQueue queue;
  private final EtrnHandler etrn;
  private final Executor thread;
  private final SessionOutput output;
  private final MailDialogue mail;
  private final SecurityDialogue security;
  private final AbuseCounter abuse;
  private final LineFramer framer = new LineFramer();
  private final EtrnCounter etrns = new EtrnCounter();
  private final LineFramer.Lines lines = new CommandLines();
  private final CommandSession commands = new CommandParts();

  private String greetedAs = "";
  private boolean storing;
  private boolean isShuttingDown;
  private boolean isOver;
  private long progress;
  private long contentOctets;

  /**
   * @param address the source address of the connection
   * @param thread the executor of this session's own thread
   * @param hashing the executor of long work, such as password checks
   */
  public Session(
      ServerConfig config,
      MessageQueue queue,
      EtrnHandler etrn,
      InetAddress address,
      Executor thread,
      Executor hashing,
      SessionOutput output) {
    this.config = config;
    this.queue = queue;
    this.etrn = etrn;
    this.mail = new MailDialogue(config);
    this.abuse = new AbuseCounter(config);
    this.security =
        new SecurityDialogue(
            config.security(), ConnectedClient.at(address), thread, hashing, this::checked);
    this.thread = thread;
    this.output = output;
  }

  @Override
  public void begin() {
    // SMTP-033
    output.reply(Replies.greeting(config));
  }

  @Override
  public int receive(byte[] octets, int start, int end) {
    int index = start;
    while (index < end && !isOver && !isWaiting() && !security.isUpgrading()) {
      index =
          mail.takesContent()
              ? content(octets, index, end)
              : framer.read(octets, index, end, lines);
    }
    // TLS-004, TLS-005: input in the clear after STARTTLS is discarded.
    return security.isUpgrading() ? end : index;
  }

  @Override
  public void encrypted() {
    security.encrypted();
  }

  @Override
  public boolean isWaiting() {
    return storing || security.isChecking();
  }

  @Override
  public boolean takesContent() {
    return mail.takesContent();
  }

  @Override
  public long progress() {
    return progress + contentOctets / BLOCK;
  }

  @Override
  public void shutDown() {
    if (storing) {
      // SEC-035: 421 for a message that is stored would make the client send it again.
      isShuttingDown = true;
    } else {
      end(Replies.SHUTTING_DOWN);
    }
  }

  @Override
  public void timeOut() {
    end(Replies.IDLE);
  }

  private void end(SmtpReply farewell) {
    // SMTP-028: never without a reply.
    if (!isOver) {
      isOver = true;
      output.reply(farewell);
      output.close();
    }
  }

  private void reply(SmtpReply reply) {
    output.reply(reply);
    abuse.after(reply).ifPresent(this::end);
  }

  private void checked(SmtpReply reply) {
    if (security.hasFailedTooOften()) {
      end(Replies.TOO_MANY_ERRORS);
    } else {
      reply(reply);
    }
    output.resume();
  }

  private int content(byte[] octets, int start, int end) {
    int index = mail.content(octets, start, end);
    contentOctets += index - start;
    received();
    return index;
  }

  private void received() {
    mail.received()
        .ifPresent(
            received -> {
              if (received instanceof MailDialogue.Whole whole) {
                store(whole);
              } else if (received instanceof MailDialogue.Answered answered) {
                reply(answered.reply());
              }
            });
  }

  private void store(MailDialogue.Whole whole) {
    // PIPE-011: input after the final dot waits until the message is stored.
    storing = true;
    byte[] stamped =
        ReceivedField.stamp(whole.content(), greetedAs, security.client(), config.hostName());
    // stored() handles success and failure.
    var unused =
        queue
            .enqueue(whole.transaction().submission(stamped))
            .whenComplete((done, failure) -> thread.execute(() -> stored(failure)));
  }

  private void stored(@Nullable Throwable failure) {
    storing = false;
    if (failure == null) {
      abuse.queued();
      reply(Replies.QUEUED);
    } else if (QueueFullException.isBehind(failure)) {
      reply(Replies.NO_ROOM);
    } else {
      log.error("a message could not be stored", failure);
      reply(Replies.LOCAL_ERROR);
    }
    if (isShuttingDown) {
      end(Replies.SHUTTING_DOWN);
    }
    output.resume();
  }

  /** The receiver of command lines, as long as the session accepts commands. */
  private final class CommandLines implements LineFramer.Lines {
    @Override
    public void line(byte[] octets) {
      progress++;
      // AUTH-005
      if (security.expectsResponse()) {
        security.response(octets).ifPresent(Session.this::reply);
      } else {
        SmtpCommand command = CommandParser.parse(octets);
        abuse.before(command).ifPresentOrElse(Session.this::end, () -> command.run(commands));
      }
    }

    @Override
    public void tooLong() {
      progress++;
      // SMTP-017
      reply(Replies.LINE_TOO_LONG);
    }

    @Override
    public boolean isFull() {
      return isOver || isWaiting() || security.isUpgrading() || mail.takesContent();
    }
  }

  /** The parts of this session that a command acts on. */
  private final class CommandParts implements CommandSession {
    @Override
    public ServerConfig config() {
      return config;
    }

    @Override
    public MailDialogue mail() {
      return mail;
    }

    @Override
    public SecurityDialogue security() {
      return security;
    }

    @Override
    public AbuseCounter abuse() {
      return abuse;
    }

    @Override
    public boolean isGreeted() {
      return !greetedAs.isEmpty();
    }

    @Override
    public void greet(String name) {
      greetedAs = name;
      mail.reset();
    }

    @Override
    public SmtpReply decideEtrn(String argument) {
      return etrn.decide(argument, security.client(), mail.isOpen(), etrns);
    }

    @Override
    public void reply(SmtpReply reply) {
      Session.this.reply(reply);
    }

    @Override
    public void contentReceived() {
      received();
    }

    @Override
    public void startTls() {
      greetedAs = "";
      output.startTls();
    }

    @Override
    public void end(SmtpReply farewell) {
      Session.this.end(farewell);
    }
  }
}
