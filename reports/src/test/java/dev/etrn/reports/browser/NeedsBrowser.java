package dev.etrn.reports.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests that open pages in a browser, which they take as a parameter. Without one they are skipped,
 * and one line says so; with {@code ETRN_REQUIRE_BROWSER=true} they run, and fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TestBrowser.class)
public @interface NeedsBrowser {}
