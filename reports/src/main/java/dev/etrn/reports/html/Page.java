package dev.etrn.reports.html;

import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;

/**
 * The renderer of the templates of this package, which escape every value.
 *
 * <p>All templates share {@code codeOfCases} and {@code codeOfPlots}, which are the style and the
 * script of a page, and {@code legend}, the verdicts.
 */
public final class Page {

  private static final Configuration TEMPLATES = templates();

  private Page() {}

  /**
   * Returns the page.
   *
   * @param name the name of the template's file
   * @param model the values of the template
   */
  public static String of(String name, Map<String, Object> model) {
    var out = new StringWriter();
    try {
      Template template = TEMPLATES.getTemplate(name);
      template.process(model, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException("the page's template does not fit its model", e);
    }
    return out.toString();
  }

  private static Configuration templates() {
    var configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setClassForTemplateLoading(Page.class, "");
    configuration.setDefaultEncoding("UTF-8");
    configuration.setLocale(Locale.ROOT);
    configuration.setNumberFormat("computer");
    configuration.setLogTemplateExceptions(false);
    share(configuration);
    return configuration;
  }

  private static void share(Configuration configuration) {
    try {
      configuration.setSharedVariable(
          "codeOfCases", code(InlineCode.styleOfCases(), InlineCode.scriptOfCases()));
      configuration.setSharedVariable(
          "codeOfPlots", code(InlineCode.styleOfPlots(), InlineCode.scriptOfPlots()));
      configuration.setSharedVariable("legend", VerdictText.all());
    } catch (TemplateModelException e) {
      throw new IllegalStateException("plain values cannot fail to be wrapped", e);
    }
  }

  private static Map<String, Object> code(InlineCode style, InlineCode script) {
    return Map.of("style", values(style), "script", values(script));
  }

  private static Map<String, String> values(InlineCode code) {
    return Map.of("text", code.text(), "hash", code.hash());
  }
}
