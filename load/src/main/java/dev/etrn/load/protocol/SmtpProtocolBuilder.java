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
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The builder of the protocol's settings, for Gatling's {@code setUp(...).protocols(...)}.
 *
 * <p>It is immutable: each method returns another builder.
 */
public final class SmtpProtocolBuilder implements ProtocolBuilder {

  private static final Duration REPLY_TIMEOUT = Duration.ofSeconds(10);

  private final InetSocketAddress server;
  private List<InetAddress> sources = List.of();
  private String ehloName = "load.example";
  private Duration replyTimeout = REPLY_TIMEOUT;
  private SessionListener listener = SessionListener.NONE;
  private IntendedStart intendedStart = IntendedStart.AS_STARTED;
  private @Nullable TranscriptSampler sampler;

  private SmtpProtocolBuilder(InetSocketAddress server) {
    this.server = server;
  }

  /**
   * Returns default settings for one server: no source address, the EHLO name {@code load.example},
   * ten seconds for each reply, and no listener.
   *
   * @throws IllegalArgumentException when the host has no address
   */
  public static SmtpProtocolBuilder to(InetSocketAddress server) {
    if (server.isUnresolved()) {
      throw new IllegalArgumentException(
          "the host " + server.getHostString() + " has no address; give one that resolves");
    }
    return new SmtpProtocolBuilder(server);
  }

  /**
   * Sets the addresses that users connect from in turn, such as 127.0.0.2 and 127.0.0.3; without
   * any, the system chooses.
   *
   * @throws IllegalArgumentException when one is not an address
   */
  public SmtpProtocolBuilder from(String... addresses) {
    List<InetAddress> sourceAddresses = new ArrayList<>();
    for (String address : addresses) {
      try {
        sourceAddresses.add(InetAddress.getByName(address));
      } catch (UnknownHostException e) {
        throw new IllegalArgumentException(
            "the source " + address + " is no address; write one of this machine's", e);
      }
    }
    return with(next -> next.sources = List.copyOf(sourceAddresses));
  }

  /** Sets the name that users give in EHLO and HELO when the request does not name one. */
  public SmtpProtocolBuilder ehloName(String name) {
    return with(next -> next.ehloName = name);
  }

  /**
   * Sets the longest time that the server may take for each reply, for the handshake, and to accept
   * a connection.
   *
   * @throws IllegalArgumentException when it is less than a millisecond
   */
  public SmtpProtocolBuilder replyTimeout(Duration timeout) {
    if (timeout.toMillis() < 1) {
      throw new IllegalArgumentException("a reply timeout is a millisecond or more: " + timeout);
    }
    return with(next -> next.replyTimeout = timeout);
  }

  /** Sets the listener that is called for each step. */
  public SmtpProtocolBuilder listener(SessionListener newListener) {
    return with(next -> next.listener = newListener);
  }

  /** Sets the source of the users' intended starts. */
  public SmtpProtocolBuilder intendedStart(IntendedStart source) {
    return with(next -> next.intendedStart = source);
  }

  /** Sets the sampler that picks the connections to record. */
  public SmtpProtocolBuilder sampler(TranscriptSampler newSampler) {
    return with(next -> next.sampler = newSampler);
  }

  SmtpProtocolBuilder observedBy(ConnectionObserver observer) {
    if (!server.equals(observer.target())) {
      throw new IllegalStateException(
          "it connects to "
              + Addresses.text(server)
              + ", and the target is "
              + Addresses.text(observer.target())
              + ": use SmtpDsl.target(), or name the other one with --target");
    }
    return with(
        next -> {
          next.listener = observer.besides(listener);
          next.intendedStart = observer.besides(intendedStart);
          next.sampler = sampler == null ? observer.sampler() : sampler;
        });
  }

  /** Returns a copy with one change, made before anything else sees the copy. */
  private SmtpProtocolBuilder with(Consumer<SmtpProtocolBuilder> change) {
    var next = new SmtpProtocolBuilder(server);
    next.sources = sources;
    next.ehloName = ehloName;
    next.replyTimeout = replyTimeout;
    next.listener = listener;
    next.intendedStart = intendedStart;
    next.sampler = sampler;
    change.accept(next);
    return next;
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
