package dev.etrn.load.dsl;

import dev.etrn.load.protocol.SmtpProtocol;
import dev.etrn.load.protocol.StepListener;
import io.gatling.core.protocol.Protocol;
import io.gatling.javaapi.core.ProtocolBuilder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/** Whom users talk to, and how; immutable. */
public final class SmtpProtocolBuilder implements ProtocolBuilder {

  private static final Duration REPLY_WITHIN = Duration.ofSeconds(30);

  private final SmtpProtocol protocol;

  private SmtpProtocolBuilder(SmtpProtocol protocol) {
    this.protocol = protocol;
  }

  static SmtpProtocolBuilder to(InetSocketAddress server) {
    return new SmtpProtocolBuilder(
        new SmtpProtocol(server, List.of(), REPLY_WITHIN, StepListener.NONE));
  }

  /** How long a reply, and the connection, may take; half a minute without it. */
  public SmtpProtocolBuilder replyWithin(Duration time) {
    return new SmtpProtocolBuilder(
        new SmtpProtocol(protocol.server(), protocol.sources(), time, protocol.listener()));
  }

  /**
   * Connects from these addresses, one user after the other: about 28,000 connections a minute fit
   * one.
   */
  public SmtpProtocolBuilder from(List<InetAddress> sources) {
    return new SmtpProtocolBuilder(
        new SmtpProtocol(protocol.server(), sources, protocol.replyWithin(), protocol.listener()));
  }

  /** Tells {@code listener} of every step, with nanoseconds. */
  public SmtpProtocolBuilder tellingOf(StepListener listener) {
    return new SmtpProtocolBuilder(
        new SmtpProtocol(protocol.server(), protocol.sources(), protocol.replyWithin(), listener));
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }
}
