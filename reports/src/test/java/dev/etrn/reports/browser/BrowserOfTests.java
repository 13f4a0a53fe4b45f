package dev.etrn.reports.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.LoggerFactory;

/** Gives tests a browser, which is started once for all of them. */
final class BrowserOfTests implements ExecutionCondition, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(BrowserOfTests.class);

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    boolean required = "true".equals(System.getenv("ETRN_REQUIRE_BROWSER"));
    if (required || context.getTestMethod().isPresent() || BrowserTools.find().isPresent()) {
      return ConditionEvaluationResult.enabled("a browser can run");
    }
    String line = context.getDisplayName() + " is skipped: " + BrowserTools.missing();
    LoggerFactory.getLogger(NeedsBrowser.class).warn(line);
    return ConditionEvaluationResult.disabled(line);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Browser.class;
  }

  @Override
  public Browser resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Started.class, key -> Started.now(), Started.class)
        .browser();
  }

  /** The browser, and what drives it; the store of JUnit closes them. */
  record Started(Playwright playwright, Browser browser) implements AutoCloseable {

    static Started now() {
      Optional<BrowserTools> found = BrowserTools.find();
      BrowserTools tools =
          found.orElseThrow(() -> new IllegalStateException(BrowserTools.missing()));
      Playwright playwright =
          Playwright.create(new Playwright.CreateOptions().setEnv(tools.environment()));
      var options =
          new BrowserType.LaunchOptions()
              .setExecutablePath(tools.chromium())
              .setArgs(List.of("--disable-gpu", "--font-render-hinting=none"));
      return new Started(playwright, playwright.chromium().launch(options));
    }

    @Override
    public void close() {
      playwright.close();
    }
  }
}
