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
 * The components that the virtual users of a run share. A user's session holds the user's own
 * state: its intended start, and its connection, which is closed when the user ends.
 */
public final class SmtpComponents implements ProtocolComponents {

  /** The key by which Gatling looks the components up. */
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

  /** Returns the user of a session. */
  public VirtualUser user(Session session) {
    Option<Object> intended = session.attributes().get(INTENDED_START);
    long start = intended.isDefined() ? (Long) intended.get() : System.nanoTime();
    return new VirtualUser(session.scenario(), session.userId(), start, protocol.listener());
  }

  /** Returns the connection of the session's user, open or lost. */
  public static Optional<SmtpConnection> connection(Session session) {
    Option<Object> connection = session.attributes().get(CONNECTION);
    return connection.isDefined()
        ? Optional.of((SmtpConnection) connection.get())
        : Optional.empty();
  }

  /** Returns the session with this connection. */
  public static Session with(Session session, SmtpConnection connection) {
    return session.set(CONNECTION, connection);
  }

  /** Returns the session without a connection. */
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
    @SuppressWarnings("unchecked") // Gatling asks for any protocol, but looks up this class.
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
