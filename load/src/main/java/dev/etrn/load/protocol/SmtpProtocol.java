package dev.etrn.load.protocol;

import io.gatling.core.CoreComponents;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.protocol.Protocol;
import io.gatling.core.protocol.ProtocolKey;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import scala.Function1;

/**
 * Whom users talk to, and how.
 *
 * @param server a resolved address
 * @param sources addresses to connect from, one user after the other; empty for the system's choice
 * @param replyWithin how long each reply may take, and the connection
 * @param listener is told of every step
 */
public record SmtpProtocol(
    InetSocketAddress server,
    List<InetAddress> sources,
    Duration replyWithin,
    StepListener listener)
    implements Protocol {

  /** Under which Gatling finds what belongs to it. */
  public static final ProtocolKey<SmtpProtocol, SmtpComponents> KEY = new Key();

  public SmtpProtocol {
    sources = List.copyOf(sources);
  }

  private static final class Key implements ProtocolKey<SmtpProtocol, SmtpComponents> {

    @Override
    @SuppressWarnings("unchecked") // Gatling declares the class of the supertype.
    public Class<Protocol> protocolClass() {
      return (Class<Protocol>) (Class<?>) SmtpProtocol.class;
    }

    @Override
    public SmtpProtocol defaultProtocolValue(GatlingConfiguration configuration) {
      throw new IllegalStateException(
          "no server is named: add .protocols(smtp(address)) to setUp(...)");
    }

    @Override
    public Function1<SmtpProtocol, SmtpComponents> newComponents(CoreComponents core) {
      return protocol -> new SmtpComponents(protocol, core);
    }
  }
}
