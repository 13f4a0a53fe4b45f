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
 * <p>An exception of the class itself during discovery fails the class when it is run.
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

  /** Returns true if this class is a conformance suite of which an instance can be made. */
  static boolean isSuite(Class<?> type) {
    return EtrnConformance.class.isAssignableFrom(type)
        && !Modifier.isAbstract(type.getModifiers())
        && !Modifier.isPrivate(type.getModifiers())
        && (!type.isMemberClass() || Modifier.isStatic(type.getModifiers()))
        && !type.isAnonymousClass()
        && !type.isLocalClass();
  }

  // Whatever the user's code throws is the outcome of the class.
  @SuppressWarnings("InterruptedExceptionSwallowed")
  static ConformanceClass discover(TestDescriptor parent, Class<?> type, CaseSelector selector) {
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
    for (Case testCase : selector.of(suite)) {
      tests.add(new CaseDescriptor(id, testCase));
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
    return tests.stream().filter(test -> test.getUniqueId().equals(id)).findFirst();
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  /** Returns the name by which reports group its tests. */
  @Override
  public String getLegacyReportingName() {
    return getSource().map(ClassSource.class::cast).orElseThrow().getClassName();
  }

  /**
   * Returns true if a failure is still to be reported, so that the class is not dropped as empty.
   */
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
    List<ConformanceDescriptor> selected =
        getChildren().stream().map(ConformanceDescriptor.class::cast).toList();
    try (ConformanceRun run = ConformanceRun.open(suite, selected, listener)) {
      for (ConformanceDescriptor test : selected) {
        Execution.of(test, listener, () -> test.play(run));
      }
    }
  }
}
