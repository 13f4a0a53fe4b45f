package dev.etrn.load.protocol;

import dev.etrn.suites.wire.Addresses;
import io.gatling.core.protocol.Protocol;
import io.gatling.javaapi.core.ProtocolBuilder;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the protocol, to be given to Gatling's {@code setUp(...).protocols(...)}.
 *
 * <p>Immutable: each method returns another builder.
 */
public final class SmtpProtocolBuilder implements ProtocolBuilder {

  private static final Duration REPLY_TIMEOUT = Duration.ofSeconds(10);

  private final InetSocketAddress server;
  private final List<InetAddress> sources;
  private final String ehloName;
  private final Duration replyTimeout;
  private final SessionListener listener;
  private final IntendedStart intendedStart;
  private final @Nullable TranscriptSampler sampler;

  private SmtpProtocolBuilder(
      InetSocketAddress server,
      List<InetAddress> sources,
      String ehloName,
      Duration replyTimeout,
      SessionListener listener,
      IntendedStart intendedStart,
      @Nullable TranscriptSampler sampler) {
    this.server = server;
    this.sources = List.copyOf(sources);
    this.ehloName = ehloName;
    this.replyTimeout = replyTimeout;
    this.listener = listener;
    this.intendedStart = intendedStart;
    this.sampler = sampler;
  }

  /**
   * Settings for one server, with everything else as it is by default: no source address, the EHLO
   * name {@code load.example}, ten seconds for each reply, nobody listening.
   *
   * @throws IllegalArgumentException when the host has no address
   */
  public static SmtpProtocolBuilder to(InetSocketAddress server) {
    if (server.isUnresolved()) {
      throw new IllegalArgumentException(
          "the host " + server.getHostString() + " has no address; give one that resolves");
    }
    return new SmtpProtocolBuilder(
        server,
        List.of(),
        "load.example",
        REPLY_TIMEOUT,
        SessionListener.NONE,
        IntendedStart.AS_STARTED,
        null);
  }

  /**
   * Users connect from these addresses in turn, such as 127.0.0.2 and 127.0.0.3; without any, the
   * system chooses.
   *
   * @throws IllegalArgumentException when one is no address
   */
  public SmtpProtocolBuilder from(String... addresses) {
    List<InetAddress> found = new ArrayList<>();
    for (String address : addresses) {
      try {
        found.add(InetAddress.getByName(address));
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(
            "the source " + address + " is no address; write one of this machine's", e);
      }
    }
    return new SmtpProtocolBuilder(
        server, found, ehloName, replyTimeout, listener, intendedStart, sampler);
  }

  /** What users call themselves in EHLO and HELO when they do not say it themselves. */
  public SmtpProtocolBuilder ehloName(String name) {
    return new SmtpProtocolBuilder(
        server, sources, name, replyTimeout, listener, intendedStart, sampler);
  }

  /**
   * How long the server may take for each reply, for the handshake, and to accept a connection.
   *
   * @throws IllegalArgumentException when it is less than a millisecond
   */
  public SmtpProtocolBuilder replyTimeout(Duration timeout) {
    if (timeout.toMillis() < 1) {
      throw new IllegalArgumentException("a reply timeout is a millisecond or more: " + timeout);
    }
    return new SmtpProtocolBuilder(
        server, sources, ehloName, timeout, listener, intendedStart, sampler);
  }

  /** Who is told of each step. */
  public SmtpProtocolBuilder listener(SessionListener other) {
    return new SmtpProtocolBuilder(
        server, sources, ehloName, replyTimeout, other, intendedStart, sampler);
  }

  /** Who knows when users were meant to start. */
  public SmtpProtocolBuilder intendedStart(IntendedStart other) {
    return new SmtpProtocolBuilder(
        server, sources, ehloName, replyTimeout, listener, other, sampler);
  }

  /** Who picks the connections that are recorded. */
  public SmtpProtocolBuilder sampler(TranscriptSampler other) {
    return new SmtpProtocolBuilder(
        server, sources, ehloName, replyTimeout, listener, intendedStart, other);
  }

  SmtpProtocolBuilder observedBy(Observer observer) {
    if (!server.equals(observer.target())) {
      throw new IllegalStateException(
          "it connects to "
              + Addresses.text(server)
              + ", and the target is "
              + Addresses.text(observer.target())
              + ": use SmtpDsl.target(), or name the other one with --target");
    }
    return new SmtpProtocolBuilder(
        server,
        sources,
        ehloName,
        replyTimeout,
        observer.besides(listener),
        observer.besides(intendedStart),
        sampler == null ? observer.sampler() : sampler);
  }

  @Override
  public Protocol protocol() {
    try {
      return new SmtpProtocol(
          this,
          SslContextBuilder.forClient()
              .sslProvider(SslProvider.JDK)
              .trustManager(InsecureTrustManagerFactory.INSTANCE)
              .endpointIdentificationAlgorithm(null)
              .build());
    } catch (SSLException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  InetSocketAddress server() {
    return server;
  }

  List<InetAddress> sources() {
    return sources;
  }

  String ehloName() {
    return ehloName;
  }

  Duration replyTimeout() {
    return replyTimeout;
  }

  SessionListener listener() {
    return listener;
  }

  IntendedStart intendedStart() {
    return intendedStart;
  }

  Optional<TranscriptSampler> sampler() {
    return Optional.ofNullable(sampler);
  }
}
