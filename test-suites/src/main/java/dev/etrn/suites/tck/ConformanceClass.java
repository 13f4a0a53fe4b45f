package dev.etrn.suites.tck;

import dev.etrn.suites.cases.Case;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;

/**
 * A test class that implements {@link EtrnConformance}; the server runs from the first of its tests
 * to the last.
 *
 * <p>What the class itself throws while its tests are looked for fails the class when it is run.
 */
final class ConformanceClass extends AbstractTestDescriptor {

  static final String SEGMENT = "class";

  private final List<ConformanceDescriptor> tests;
  private final @Nullable EtrnConformance suite;
  private final @Nullable Throwable failure;

  private ConformanceClass(
      UniqueId id,
      Class<?> type,
      @Nullable EtrnConformance suite,
      List<ConformanceDescriptor> tests,
      @Nullable Throwable failure) {
    super(id, type.getSimpleName(), ClassSource.from(type));
    this.suite = suite;
    this.tests = List.copyOf(tests);
    this.failure = failure;
  }

  /** Returns true if this is a class that can be made, and is a conformance suite. */
  static boolean isOne(Class<?> type) {
    return EtrnConformance.class.isAssignableFrom(type)
        && !Modifier.isAbstract(type.getModifiers())
        && !Modifier.isPrivate(type.getModifiers())
        && (!type.isMemberClass() || Modifier.isStatic(type.getModifiers()))
        && !type.isAnonymousClass()
        && !type.isLocalClass();
  }

  // Whatever code of the user throws belongs to the outcome of the class.
  @SuppressWarnings("InterruptedExceptionSwallowed")
  static ConformanceClass under(TestDescriptor parent, Class<?> type, CaseSelector selector) {
    UniqueId id = parent.getUniqueId().append(SEGMENT, type.getName());
    try {
      var suite = (EtrnConformance) ReflectionSupport.newInstance(type);
      return new ConformanceClass(id, type, suite, testsOf(suite, id, selector), null);
    } catch (Exception | LinkageError e) {
      return new ConformanceClass(id, type, null, List.of(), e);
    }
  }

  private static List<ConformanceDescriptor> testsOf(
      EtrnConformance suite, UniqueId id, CaseSelector selector) throws Exception {
    var tests = new ArrayList<ConformanceDescriptor>();
    for (Case one : selector.of(suite)) {
      tests.add(new CaseDescriptor(id, one));
    }
    if (tests.isEmpty()) {
      throw new IllegalArgumentException(
          "selection() and " + CaseSelector.PARAMETER + " name no case: see etrn cases for ids");
    }
    if (!suite.waivers().all().isEmpty()) {
      tests.add(new WaiversDescriptor(id));
    }
    return tests;
  }

  List<ConformanceDescriptor> tests() {
    return tests;
  }

  Optional<ConformanceDescriptor> test(UniqueId id) {
    return tests.stream().filter(one -> one.getUniqueId().equals(id)).findFirst();
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  /** The name that reports group its tests by. */
  @Override
  public String getLegacyReportingName() {
    return getSource().map(ClassSource.class::cast).orElseThrow().getClassName();
  }

  /** A class whose failure is still to be told is not taken for an empty one. */
  @Override
  public boolean mayRegisterTests() {
    return failure != null;
  }

  void execute(EngineExecutionListener listener) {
    Execution.of(this, listener, () -> play(listener));
  }

  private void play(EngineExecutionListener listener) throws Exception {
    if (suite == null || failure != null) {
      throw new IllegalStateException("no test of the class can be run: " + failure, failure);
    }
    List<ConformanceDescriptor> asked =
        getChildren().stream().map(ConformanceDescriptor.class::cast).toList();
    try (ConformanceRun run = ConformanceRun.open(suite, asked, listener)) {
      for (ConformanceDescriptor one : asked) {
        Execution.of(one, listener, () -> one.play(run));
      }
    }
  }
}
