package dev.etrn.reports.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.slf4j.LoggerFactory;

/**
 * The provider of a browser, or of one for pictures, for tests; each is started once for all tests.
 */
final class TestBrowser implements ExecutionCondition, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(TestBrowser.class);

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
    Class<?> type = parameter.getParameter().getType();
    return type == Browser.class || type == PictureBrowser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Store store = context.getRoot().getStore(NAMESPACE);
    Started started =
        store.getOrComputeIfAbsent(Started.class, key -> Started.now(), Started.class);
    return parameter.getParameter().getType() == Browser.class
        ? started.browser()
        : store.getOrComputeIfAbsent(
            PictureBrowser.class, key -> started.forPictures(), PictureBrowser.class);
  }

  /** The browser and its driver, which the store of JUnit closes. */
  record Started(Playwright playwright, BrowserTools tools, Browser browser)
      implements AutoCloseable {

    static Started now() {
      Optional<BrowserTools> found = BrowserTools.find();
      BrowserTools tools =
          found.orElseThrow(() -> new IllegalStateException(BrowserTools.missing()));
      Playwright playwright =
          Playwright.create(new Playwright.CreateOptions().setEnv(tools.environment()));
      return new Started(playwright, tools, playwright.chromium().launch(options(tools)));
    }

    /**
     * Returns the browser for pictures; JUnit's store closes it before its driver, last in first
     * out.
     */
    PictureBrowser forPictures() {
      try {
        return PictureBrowser.start(playwright, options(tools));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static BrowserType.LaunchOptions options(BrowserTools tools) {
      return new BrowserType.LaunchOptions()
          .setExecutablePath(tools.chromium())
          .setArgs(List.of("--disable-gpu", "--font-render-hinting=none"));
    }

    @Override
    public void close() {
      playwright.close();
    }
  }
}
