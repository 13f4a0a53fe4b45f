package dev.etrn.load.action;

import io.gatling.core.actor.ActorRef;
import io.gatling.core.controller.throttle.Throttler;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import scala.Function0;
import scala.Option;
import scala.runtime.BoxedUnit;

/**
 * The throttle that lets users through at the rate that a simulation's {@code throttle(...)}
 * allows.
 */
final class Throttle {

  /**
   * The class of Gatling's request, by name, since it is nested in a Scala object where javac
   * cannot name it.
   */
  static final String REQUEST_CLASS =
      "io.gatling.core.controller.throttle.Throttler$Command$ThrottledRequest";

  private static final MethodHandle NEW_REQUEST = newRequest();

  private final @Nullable ActorRef<Throttler.Command> throttler;

  private Throttle(@Nullable ActorRef<Throttler.Command> throttler) {
    this.throttler = throttler;
  }

  static Throttle of(ScenarioContext context) {
    Option<ActorRef<Throttler.Command>> throttler = context.coreComponents().throttler();
    return new Throttle(context.throttled() && throttler.isDefined() ? throttler.get() : null);
  }

  /** Continues with the session on its event loop; at once if nothing is throttled. */
  void pass(Session session, Consumer<Session> continuation) {
    if (throttler == null) {
      continuation.accept(session);
      return;
    }
    Function0<BoxedUnit> request =
        () -> {
          session.eventLoop().execute(() -> continuation.accept(session));
          return BoxedUnit.UNIT;
        };
    throttler.$bang(request(session.scenario(), request));
  }

  private static Throttler.Command request(String scenario, Function0<BoxedUnit> request) {
    try {
      return (Throttler.Command) NEW_REQUEST.invoke(scenario, request);
    } catch (Throwable e) {
      throw new IllegalStateException("Gatling's throttler takes other requests", e);
    }
  }

  private static MethodHandle newRequest() {
    try {
      MethodType type = MethodType.methodType(void.class, String.class, Function0.class);
      return MethodHandles.publicLookup().findConstructor(Class.forName(REQUEST_CLASS), type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this Gatling has no " + REQUEST_CLASS, e);
    }
  }
}
