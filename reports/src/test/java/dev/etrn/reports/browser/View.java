package dev.etrn.reports.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;

/**
 * The view of a page.
 *
 * @param width the width in CSS pixels
 * @param height the height in CSS pixels
 * @param script true if JavaScript runs
 */
public record View(int width, int height, ColorScheme scheme, boolean script) {

  public static final View DESK = new View(1280, 800, ColorScheme.LIGHT, true);
  public static final View PHONE = new View(375, 740, ColorScheme.LIGHT, true);

  /** A view that is small enough for a picture to be kept. */
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
