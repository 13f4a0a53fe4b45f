package dev.etrn.reports.browser.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.etrn.reports.browser.Accessibility;
import dev.etrn.reports.browser.NeedsBrowser;
import dev.etrn.reports.browser.OpenPage;
import dev.etrn.reports.browser.View;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The rules for every page, whatever it shows. */
@NeedsBrowser
class EveryPageIT {

  private static final String MARK = "one.querySelector('[aria-hidden]').innerText";

  private static final String WORDS =
      "() => [...document.querySelectorAll('section[aria-labelledby=words] th')]"
          + ".map(one => one.innerText)";

  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @EnumSource
  void opensQuietlyAndAsksForNothingElse(SamplePage kind, Browser browser) throws Exception {
    Path file = kind.in(directory);
    try (var open = OpenPage.of(browser, View.DESK, file)) {
      assertThat(open.requests()).containsExactly(file.toUri().toString());
      assertThat(open.complaints()).isEmpty();
    }
  }

  /** The long report is made of the same parts as the waived one, and takes long to judge. */
  @ParameterizedTest
  @EnumSource(names = "REPORT", mode = Mode.EXCLUDE)
  void keepsTheRulesOfAccessibility(SamplePage kind, Browser browser) throws Exception {
    Path file = kind.in(directory);
    try (var light = OpenPage.of(browser, View.DESK, file);
        var dark = OpenPage.of(browser, View.DESK.dark(), file)) {
      assertThat(Accessibility.violations(light.page())).isEmpty();
      assertThat(Accessibility.faintTexts(dark.page())).as("dark").isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void isNeverWiderThanTheWindow(SamplePage kind, Browser browser) throws Exception {
    Path file = kind.in(directory);
    for (int width : new int[] {375, 768, 1280}) {
      try (var open = OpenPage.of(browser, View.DESK.wide(width), file)) {
        assertThat(open.number("() => document.documentElement.scrollWidth"))
            .as("at %d pixels", width)
            .isLessThanOrEqualTo(width);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = "LOADS", mode = Mode.EXCLUDE)
  void tellsVerdictsApartWithoutColour(SamplePage kind, Browser browser) throws Exception {
    try (var open = OpenPage.of(browser, View.DESK, kind.in(directory))) {
      List<String> words = open.texts(legend("one.innerText.replace(/^\\S+\\s*/, '')"));
      assertThat(words).hasSize(8).doesNotHaveDuplicates().allMatch(word -> word.length() > 3);
      List<String> marks = open.texts(legend(MARK));
      assertThat(marks).hasSize(8).allMatch(mark -> mark.length() == 1);
      List<String> coloured = open.texts(legend("getComputedStyle(one).color + " + MARK));
      assertThat(Set.copyOf(coloured)).as("one mark, one colour").hasSameSizeAs(Set.copyOf(marks));
    }
  }

  @Test
  void tellsWhatTheWordsOfALoadPageMean(Browser browser) throws Exception {
    try (var one = OpenPage.of(browser, View.DESK, SamplePage.LOAD.in(directory))) {
      assertThat(one.texts(WORDS))
          .containsExactly("✓ met", "✗ missed", "Not valid", "p99", "Jain's index");
    }
    try (var several = OpenPage.of(browser, View.DESK, SamplePage.LOADS.in(directory))) {
      assertThat(several.texts(WORDS))
          .containsExactly("better, worse", "no difference seen", "not valid", "99 % within");
      assertThat(several.page().locator("#legend").count()).isZero();
    }
  }

  /** A script of its own would run if the policy were not in force, or knew no hash. */
  @ParameterizedTest
  @EnumSource
  void runsNoScriptAndNoStyleButItsOwn(SamplePage kind, Browser browser) throws Exception {
    String foreign =
        "<script>window.pwned = 1</script><style>h1 { opacity: 0 }</style>"
            + "<img src=x onerror='window.pwned = 1'></body>";
    String html = Files.readString(kind.in(directory)).replace("</body>", foreign);
    try (var open = OpenPage.of(browser, View.DESK, SamplePage.file(directory, html))) {
      assertThat(open.texts("() => [typeof window.pwned]")).containsExactly("undefined");
      assertThat(open.texts("() => [getComputedStyle(document.querySelector('h1')).opacity]"))
          .containsExactly("1");
      assertThat(open.complaints())
          .hasSizeGreaterThanOrEqualTo(3)
          .allMatch(line -> line.contains("Content Security Policy"));
    }
  }

  /** A script that gives one value for each verdict in the legend. */
  private static String legend(String value) {
    String verdicts = "section[aria-labelledby=legend] th .verdict";
    return "() => [...document.querySelectorAll('" + verdicts + "')].map(one => " + value + ")";
  }
}
