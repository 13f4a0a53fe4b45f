package dev.etrn.load.protocol;

import io.gatling.core.CoreComponents;
import io.gatling.core.protocol.ProtocolComponents;
import io.gatling.core.session.Session;
import java.util.Optional;
import scala.Function1;
import scala.runtime.BoxedUnit;

/** What actions need of one simulation; ends the connections of users that end. */
public record SmtpComponents(SmtpProtocol protocol, CoreComponents core)
    implements ProtocolComponents {

  private static final String CONVERSATION = "etrn.conversation";

  /** The user's connection, if it has one. */
  public static Optional<Conversation> conversation(Session session) {
    return Optional.ofNullable(session.attributes().getOrElse(CONVERSATION, () -> null))
        .map(Conversation.class::cast);
  }

  /** The session with a connection; one that it had is closed. */
  public static Session with(Session session, Conversation conversation) {
    conversation(session).ifPresent(Conversation::close);
    return session.set(CONVERSATION, conversation);
  }

  @Override
  public Function1<Session, Session> onStart() {
    return session -> session;
  }

  @Override
  public Function1<Session, BoxedUnit> onExit() {
    return session -> {
      conversation(session).ifPresent(Conversation::close);
      protocol.listener().left(session.userId());
      return BoxedUnit.UNIT;
    };
  }
}
