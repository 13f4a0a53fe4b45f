package dev.etrn.suites.tck;

import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;

/**
 * The test engine of the JUnit Platform that shows each case of the catalogue as a test of its own.
 *
 * <p>It finds the classes that implement {@link EtrnConformance}. Their tests are named by id and
 * title of the case in IDEs, Surefire and Gradle, and an IDE can run one of them alone. The
 * configuration parameter {@value CaseSelector#PARAMETER} narrows the cases of all classes.
 */
public final class EtrnTestEngine implements TestEngine {

  /** The id of this engine, for builds that include or exclude engines. */
  public static final String ID = "etrn";

  private static final EngineDiscoveryRequestResolver<TestDescriptor> RESOLVER =
      EngineDiscoveryRequestResolver.builder()
          .addClassContainerSelectorResolver(ConformanceClass::isSuite)
          .addSelectorResolver(
              context ->
                  new ConformanceResolver(
                      CaseSelector.of(context.getDiscoveryRequest().getConfigurationParameters())))
          .build();

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId id) {
    var engine = new EngineDescriptor(id, "ETRN conformance");
    RESOLVER.resolve(request, engine);
    return engine;
  }

  @Override
  public void execute(ExecutionRequest request) {
    TestDescriptor engine = request.getRootTestDescriptor();
    var listener = request.getEngineExecutionListener();
    Execution.of(
        engine,
        listener,
        () -> {
          for (TestDescriptor suite : engine.getChildren()) {
            ((ConformanceClass) suite).execute(listener);
          }
        });
  }
}
