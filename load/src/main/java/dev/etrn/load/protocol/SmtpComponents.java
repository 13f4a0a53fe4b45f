package dev.etrn.load.protocol;

import io.gatling.core.CoreComponents;
import io.gatling.core.config.GatlingConfiguration;
import io.gatling.core.config.NettyConfiguration;
import io.gatling.core.protocol.Protocol;
import io.gatling.core.protocol.ProtocolComponents;
import io.gatling.core.protocol.ProtocolKey;
import io.gatling.core.session.Session;
import io.gatling.netty.util.Transports;
import java.util.Optional;
import scala.Function1;
import scala.Option;
import scala.runtime.BoxedUnit;

/**
 * What a run shares between its virtual users, and where a user's session keeps its own: when it
 * was meant to start, and its connection, which is closed when the user ends.
 */
public final class SmtpComponents implements ProtocolComponents {

  /** What Gatling looks the components up by. */
  public static final ProtocolKey<SmtpProtocol, SmtpComponents> KEY = new Key();

  private static final String CONNECTION = "dev.etrn.load.connection";
  private static final String INTENDED_START = "dev.etrn.load.intendedStart";

  private final SmtpProtocol protocol;
  private final Connector connector;

  private SmtpComponents(SmtpProtocol protocol, NettyConfiguration netty) {
    this.protocol = protocol;
    this.connector =
        new Connector(
            protocol,
            Transports.newSocketChannelFactory(netty.useNativeTransport(), netty.useIoUring()));
  }

  public SmtpProtocol protocol() {
    return protocol;
  }

  public Connector connector() {
    return connector;
  }

  /** The user of a session. */
  public VirtualUser user(Session session) {
    Option<Object> intended = session.attributes().get(INTENDED_START);
    long start = intended.isDefined() ? (Long) intended.get() : System.nanoTime();
    return new VirtualUser(session.scenario(), session.userId(), start, protocol.listener());
  }

  /** The connection that the session's user has, open or lost. */
  public static Optional<SmtpConnection> connection(Session session) {
    Option<Object> kept = session.attributes().get(CONNECTION);
    return kept.isDefined() ? Optional.of((SmtpConnection) kept.get()) : Optional.empty();
  }

  /** The session with this connection. */
  public static Session with(Session session, SmtpConnection connection) {
    return session.set(CONNECTION, connection);
  }

  /** The session without a connection. */
  public static Session without(Session session) {
    return session.remove(CONNECTION);
  }

  @Override
  public Function1<Session, Session> onStart() {
    return session -> {
      long started = System.nanoTime();
      long intended = protocol.intendedStart().nanos(session.scenario(), session.userId(), started);
      return session.set(INTENDED_START, intended);
    };
  }

  @Override
  public Function1<Session, BoxedUnit> onExit() {
    return session -> {
      connection(session).ifPresent(SmtpConnection::close);
      protocol.listener().left(session.scenario(), session.userId());
      return BoxedUnit.UNIT;
    };
  }

  private static final class Key implements ProtocolKey<SmtpProtocol, SmtpComponents> {

    @Override
    @SuppressWarnings("unchecked") // Gatling wants the class of any protocol, but looks up this.
    public Class<Protocol> protocolClass() {
      return (Class<Protocol>) (Class<?>) SmtpProtocol.class;
    }

    @Override
    public SmtpProtocol defaultProtocolValue(GatlingConfiguration configuration) {
      throw new IllegalStateException(
          "no server to connect to; add .protocols(smtp(HOST, PORT)) to the set-up");
    }

    @Override
    public Function1<SmtpProtocol, SmtpComponents> newComponents(CoreComponents core) {
      return protocol ->
          new SmtpComponents(
              core.statsEngine() instanceof ConnectionObserver.Source source
                  ? protocol.observedBy(source.observer())
                  : protocol,
              core.configuration().netty());
    }
  }
}
