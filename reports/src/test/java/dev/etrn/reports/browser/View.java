package dev.etrn.reports.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/**
 * How someone looks at a page.
 *
 * @param width in CSS pixels
 * @param height in CSS pixels
 * @param script whether JavaScript runs
 */
record View(int width, int height, ColorScheme scheme, boolean script) {

  static final View DESK = new View(1280, 800, ColorScheme.LIGHT, true);
  static final View PHONE = new View(375, 740, ColorScheme.LIGHT, true);

  /** Small enough for a picture of it to be kept. */
  static final View PICTURE = new View(1040, 640, ColorScheme.LIGHT, true);

  View wide(int pixels) {
    return new View(pixels, height, scheme, script);
  }

  View dark() {
    return new View(width, height, ColorScheme.DARK, script);
  }

  View withoutScript() {
    return new View(width, height, scheme, false);
  }

  NewContextOptions options() {
    return new NewContextOptions()
        .setViewportSize(width, height)
        .setColorScheme(scheme)
        .setReducedMotion(ReducedMotion.REDUCE)
        .setJavaScriptEnabled(script)
        .setLocale("en-GB")
        .setTimezoneId("UTC");
  }
}
