package dev.etrn.load.protocol;

import io.gatling.core.protocol.Protocol;
import io.netty.handler.ssl.SslContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The settings that all virtual users share; immutable. {@link SmtpProtocolBuilder} makes it. */
public final class SmtpProtocol implements Protocol {

  private final SmtpProtocolBuilder settings;
  private final SslContext tls;

  SmtpProtocol(SmtpProtocolBuilder settings, SslContext tls) {
    this.settings = settings;
    this.tls = tls;
  }

  /**
   * The same, watched from outside.
   *
   * @throws IllegalStateException when it goes to another server than the observer watches
   */
  SmtpProtocol observedBy(ConnectionObserver observer) {
    return new SmtpProtocol(settings.observedBy(observer), tls);
  }

  /** Where the server listens. */
  public InetSocketAddress server() {
    return settings.server();
  }

  /** What users call themselves. */
  public String ehloName() {
    return settings.ehloName();
  }

  /** For STARTTLS; trusts every certificate. */
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
