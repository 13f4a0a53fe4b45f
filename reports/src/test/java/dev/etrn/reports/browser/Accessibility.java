package dev.etrn.reports.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** The accessibility of a page, as axe-core checks it. */
public final class Accessibility {

  private Accessibility() {}

  /** Returns a line for each element that breaks a rule. */
  public static List<String> violations(Page page) {
    return lines(new AxeBuilder(page));
  }

  /** Returns a line for each element below another one that breaks a rule. */
  public static List<String> violations(Page page, String selector) {
    return lines(new AxeBuilder(page).include(selector));
  }

  /** Returns a line for each text with too little contrast, the one rule that colours affect. */
  public static List<String> faintTexts(Page page) {
    return lines(new AxeBuilder(page).withRules(List.of("color-contrast")));
  }

  private static List<String> lines(AxeBuilder axe) {
    return axe.analyze().getViolations().stream()
        .flatMap(rule -> rule.getNodes().stream().map(node -> line(rule, node)))
        .toList();
  }

  private static String line(Rule rule, CheckedNode node) {
    return rule.getId() + ": " + rule.getHelp() + ", in " + node.getHtml();
  }
}
