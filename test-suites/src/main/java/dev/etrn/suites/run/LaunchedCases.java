package dev.etrn.suites.run;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.run.result.Attempt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.engine.support.store.Namespace;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * The cases of a run as JUnit tests, named by their ids and titles.
 *
 * <p>Cases that only observe run side by side; those that watch mail move wait for a lane, a set of
 * names of their own, and with a single lane have the target for themselves, one after the other.
 */
@ExtendWith(LaunchedCases.RunFromSession.class)
final class LaunchedCases {

  private static final String NAME = "dev.etrn.suites.run";

  static final Namespace NAMESPACE = Namespace.create(NAME);
  static final String KEY = "run";

  @TestFactory
  Stream<DynamicTest> observing(OpenRun run) {
    return tests(run, one -> !one.info().releasesMail());
  }

  @TestFactory
  Stream<DynamicTest> releasing(OpenRun run) {
    return tests(run, one -> one.info().releasesMail());
  }

  private static Stream<DynamicTest> tests(OpenRun run, Predicate<Case> which) {
    return run.inOrder().stream()
        .filter(which)
        .map(
            one ->
                DynamicTest.dynamicTest(
                    one.info().id() + ": " + one.info().title(), () -> play(run, one)));
  }

  private static void play(OpenRun run, Case one) throws InterruptedException {
    report(
        one.info(),
        run.playBeside(one)
            .orElseThrow(
                () ->
                    new TestAbortedException(
                        "the target went away, or the time of the run is over")));
  }

  private static void report(CaseInfo info, Attempt result) {
    switch (result.verdict()) {
      case FAIL, ERROR ->
          throw new AssertionFailedError(result.observed(), info.expected(), result.observed());
      case NOT_APPLICABLE, NOT_OFFERED, INCONCLUSIVE ->
          throw new TestAbortedException(result.observed());
      case PASS, WARN, NOTE -> {}
    }
  }

  /** The session closes what it holds; the run is not the session's to close. */
  record RunHolder(OpenRun run) {}

  /** Hands the run that the launcher's session holds to the factories. */
  static final class RunFromSession implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == OpenRun.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      ExtensionContext.Namespace namespace = ExtensionContext.Namespace.create(NAME);
      return context
          .getStore(StoreScope.LAUNCHER_SESSION, namespace)
          .get(KEY, RunHolder.class)
          .run();
    }
  }
}
