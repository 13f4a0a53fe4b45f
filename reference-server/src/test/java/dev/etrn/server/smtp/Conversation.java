package dev.etrn.server.smtp;

import dev.etrn.server.config.BuiltInConfig;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.delivery.schedule.QueueRunner;
import dev.etrn.server.etrn.EtrnDecision;
import dev.etrn.server.observe.ServerObserver;
import dev.etrn.server.queue.MessageQueue;
import dev.etrn.server.queue.store.InMemoryQueue;
import dev.etrn.server.wire.SmtpReply;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The session without a socket: octets in, replies out. */
final class Conversation implements SessionOutput {

  private final List<SmtpReply> replies = new ArrayList<>();
  private final InMemoryQueue queue;
  private final Session session;
  private byte[] unread = {};
  private boolean closed;
  private boolean handshaking;

  Conversation(ServerConfig config, InMemoryQueue queue) {
    this(config, queue, queue);
  }

  /**
   * @param incoming the queue that takes the session's mail
   * @param queue the queue that {@link #queue()} returns
   */
  Conversation(ServerConfig config, MessageQueue incoming, InMemoryQueue queue) {
    this.queue = queue;
    QueueRunner runs = selection -> QueueRunner.Answer.STARTED;
    this.session =
        new Session(
            config,
            incoming,
            new EtrnDecision(config, incoming, runs, ServerObserver.NONE),
            InetAddress.getLoopbackAddress(),
            Runnable::run,
            Runnable::run,
            this);
    session.begin();
  }

  static Conversation begin() {
    return new Conversation(config(), new InMemoryQueue(1_000_000));
  }

  static ServerConfig config() {
    var nowhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    return BuiltInConfig.config(nowhere, nowhere);
  }

  InMemoryQueue queue() {
    return queue;
  }

  Session session() {
    return session;
  }

  Conversation send(String octets) {
    if (handshaking) {
      handshaking = false;
      session.encrypted();
    }
    unread =
        (new String(unread, StandardCharsets.ISO_8859_1) + octets)
            .getBytes(StandardCharsets.ISO_8859_1);
    drain();
    return this;
  }

  /** Returns the codes of all replies so far, the greeting first. */
  List<Integer> codes() {
    return replies.stream().map(SmtpReply::code).toList();
  }

  List<SmtpReply> replies() {
    return List.copyOf(replies);
  }

  String last() {
    return replies.get(replies.size() - 1).toString();
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public void reply(SmtpReply reply) {
    replies.add(reply);
  }

  @Override
  public void close() {
    closed = true;
  }

  @Override
  public void startTls() {
    handshaking = true;
  }

  @Override
  public void resume() {
    // The queue is in memory: a message is stored before the octets after it are read.
  }

  private void drain() {
    int count = session.receive(unread, 0, unread.length);
    unread = java.util.Arrays.copyOfRange(unread, count, unread.length);
  }
}
