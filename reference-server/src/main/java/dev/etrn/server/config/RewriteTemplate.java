package dev.etrn.server.config;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The right side of a rewrite rule: {@code A%B@C} or {@code A@C} for "route to C", {@code A%B} for
 * "rewrite again as B". Only what concerns domains is kept: the user part A stays as it is.
 *
 * @param domain B, still with its substitutions; for {@code A@C} the same as C
 * @param route C, the routing system, or empty for a rule that rewrites again
 */
public record RewriteTemplate(String domain, Optional<String> route) {

  private static final String KNOWN = "UHDL$%@";
  private static final Pattern SUBSTITUTION = Pattern.compile("\\$([0-9]{0,2})([^0-9])");

  /**
   * Reads a template.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static RewriteTemplate parse(String text) {
    checkSubstitutions(text);
    int at = unescaped(text, '@', 0);
    int percent = unescaped(text, '%', 0);
    if (at < 0 && percent < 0) {
      throw new IllegalArgumentException("expected user%domain@route, user@route or user%domain");
    }
    if (at >= 0 && unescaped(text, '@', at + 1) >= 0) {
      throw new IllegalArgumentException("source routes (user@domain@route) are not supported");
    }
    if (at < 0) {
      return new RewriteTemplate(filled(text.substring(percent + 1)), Optional.empty());
    }
    String route = filled(text.substring(at + 1));
    boolean hasDomain = percent >= 0 && percent < at;
    return new RewriteTemplate(
        hasDomain ? filled(text.substring(percent + 1, at)) : route, Optional.of(route));
  }

  /**
   * A part of the template with its substitutions made.
   *
   * @param unmatched {@code $H}: what the pattern did not match
   * @param matched {@code $D}: what it matched
   */
  String fill(String part, String unmatched, String matched) {
    if (part.indexOf('$') < 0) {
      return part;
    }
    return SUBSTITUTION
        .matcher(part)
        .replaceAll(
            found -> {
              int skip = found.group(1).isEmpty() ? 0 : Integer.parseInt(found.group(1));
              return Matcher.quoteReplacement(
                  switch (found.group(2).toUpperCase(Locale.ROOT)) {
                    case "H", "L" -> withoutLabels(unmatched, skip);
                    case "D" -> withoutLabels(matched, skip);
                    case "U" -> "";
                    default -> found.group(2);
                  });
            });
  }

  private static String withoutLabels(String name, int skip) {
    String rest = name;
    for (int i = 0; i < skip && !rest.isEmpty(); i++) {
      int dot = rest.indexOf('.', 1);
      rest = dot < 0 ? "" : rest.substring(dot + 1);
    }
    return rest;
  }

  private static String filled(String part) {
    if (part.isEmpty()) {
      throw new IllegalArgumentException("a name is missing behind % or @");
    }
    return part;
  }

  private static void checkSubstitutions(String text) {
    Matcher found = SUBSTITUTION.matcher(text);
    while (found.find()) {
      if (KNOWN.indexOf(found.group(2).toUpperCase(Locale.ROOT).charAt(0)) < 0) {
        throw new IllegalArgumentException(
            "the substitution "
                + found.group()
                + " is not supported; expected one of $U $H $D $nH $nD $L $$ $% $@");
      }
    }
    if (SUBSTITUTION.matcher(text).replaceAll("").indexOf('$') >= 0) {
      throw new IllegalArgumentException("a letter is missing behind $");
    }
  }

  /** The first {@code wanted} from {@code from} on that no dollar sign quotes, or -1. */
  private static int unescaped(String text, char wanted, int from) {
    String masked = SUBSTITUTION.matcher(text).replaceAll(m -> "_".repeat(m.group().length()));
    return masked.indexOf(wanted, from);
  }
}
