package dev.etrn.suites.tck;

import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.TestAbortedException;

/** The execution of a test or of a container of tests, reported to the JUnit Platform. */
interface Execution {

  void run() throws Exception;

  /** Runs the body and reports it: an exception becomes the result, and never ends the engine. */
  // The interrupt status is kept for the tests that follow, which then end at once.
  @SuppressWarnings("InterruptedExceptionSwallowed")
  static void of(TestDescriptor test, EngineExecutionListener listener, Execution body) {
    listener.executionStarted(test);
    TestExecutionResult result;
    try {
      body.run();
      result = TestExecutionResult.successful();
    } catch (TestAbortedException e) {
      result = TestExecutionResult.aborted(e);
    } catch (Exception | AssertionError | LinkageError e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      result = TestExecutionResult.failed(e);
    }
    listener.executionFinished(test, result);
  }
}
