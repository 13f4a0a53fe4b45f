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
public record View(int width, int height, ColorScheme scheme, boolean script) {

  public static final View DESK = new View(1280, 800, ColorScheme.LIGHT, true);
  public static final View PHONE = new View(375, 740, ColorScheme.LIGHT, true);

  /** Small enough for a picture of it to be kept. */
  public static final View PICTURE = new View(1040, 640, ColorScheme.LIGHT, true);

  public View wide(int pixels) {
    return new View(pixels, height, scheme, script);
  }

  public View dark() {
    return new View(width, height, ColorScheme.DARK, script);
  }

  public View withoutScript() {
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
