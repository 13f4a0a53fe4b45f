package dev.etrn.suites.tck;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A test class that JUnit ran, with its results.
 *
 * @param results the results of tests and of their containers, by display name
 * @param published the published report entries, each with key and value
 */
record LaunchedSuite(Map<String, TestExecutionResult> results, List<String> published) {

  static LaunchedSuite of(Class<?> suite) {
    return of(selectClass(suite), Map.of());
  }

  /**
   * Runs the selected tests.
   *
   * @param parameters the configuration parameters of the platform
   */
  static LaunchedSuite of(DiscoverySelector selector, Map<String, String> parameters) {
    var results = new ConcurrentHashMap<String, TestExecutionResult>();
    var published = new CopyOnWriteArrayList<String>();
    var listener =
        new TestExecutionListener() {
          @Override
          public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            results.put(test.getDisplayName(), result);
          }

          @Override
          public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            entry.getKeyValuePairs().forEach((key, value) -> published.add(key + " " + value));
          }
        };
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selector)
            .configurationParameters(parameters)
            .build();
    LauncherFactory.create().execute(request, listener);
    return new LaunchedSuite(results, published);
  }

  /** Returns the result of the only test whose name contains this text. */
  TestExecutionResult result(String text) {
    List<TestExecutionResult> found =
        results.entrySet().stream()
            .filter(entry -> entry.getKey().contains(text))
            .map(Map.Entry::getValue)
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " of " + results.keySet() + " hold '" + text + "'");
    }
    return found.get(0);
  }

  String message(String text) {
    return result(text).getThrowable().map(Throwable::getMessage).orElse("");
  }
}
