package dev.etrn.load.protocol;

import io.gatling.core.protocol.Protocol;
import io.netty.handler.ssl.SslContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The immutable settings that all virtual users share; {@link SmtpProtocolBuilder} creates them.
 */
public final class SmtpProtocol implements Protocol {

  private final SmtpProtocolBuilder settings;
  private final SslContext tls;

  SmtpProtocol(SmtpProtocolBuilder settings, SslContext tls) {
    this.settings = settings;
    this.tls = tls;
  }

  /**
   * Returns a copy of these settings with an observer.
   *
   * @throws IllegalStateException when its server is not the target of the observer
   */
  SmtpProtocol observedBy(ConnectionObserver observer) {
    return new SmtpProtocol(settings.observedBy(observer), tls);
  }

  /** Returns the address that the server listens on. */
  public InetSocketAddress server() {
    return settings.server();
  }

  /** Returns the name that users give in EHLO and HELO. */
  public String ehloName() {
    return settings.ehloName();
  }

  /** Returns the context for STARTTLS, which trusts every certificate. */
  public SslContext tls() {
    return tls;
  }

  List<InetAddress> sources() {
    return settings.sources();
  }

  Duration replyTimeout() {
    return settings.replyTimeout();
  }

  SessionListener listener() {
    return settings.listener();
  }

  IntendedStart intendedStart() {
    return settings.intendedStart();
  }

  Optional<TranscriptSampler> sampler() {
    return settings.sampler();
  }
}
