package dev.etrn.server.config;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The right side of a rewrite rule: {@code A%B@C} or {@code A@C} for "route to C", {@code A%B} for
 * "rewrite again as B". Only the domains are kept: the user part A stays as it is.
 *
 * @param domain B with its substitutions not yet made; for {@code A@C} the same as C
 * @param route C, the routing system, or empty for a rule that rewrites again
 */
public record RewriteTemplate(String domain, Optional<String> route) {

  private static final String KNOWN = "UHDL$%@";
  private static final String CONDITIONS_OF_RECIPIENTS = "AEF";
  private static final String OTHER_CONDITIONS = "BRPSX";
  private static final Pattern SUBSTITUTION = Pattern.compile("\\$([0-9]{0,2})([^0-9])");

  /**
   * Returns true if the conditions of a template let it rewrite a node and a recipient's domain.
   * Both are in the envelope ({@code $E}), point forward ({@code $F}) and stand behind an at sign
   * ({@code $A}); rules for header fields ({@code $B}), senders ({@code $R}) and other routes
   * ({@code $P $S $X}) do not apply to them.
   */
  public static boolean appliesToRecipients(String template) {
    return SUBSTITUTION
        .matcher(template)
        .results()
        .noneMatch(match -> isCondition(match, OTHER_CONDITIONS));
  }

  /**
   * Reads a template that applies to recipients.
   *
   * @throws IllegalArgumentException if the template is wrong; the message names the error
   */
  public static RewriteTemplate parse(String template) {
    checkSubstitutions(template);
    String text =
        SUBSTITUTION
            .matcher(template)
            .replaceAll(
                match ->
                    isCondition(match, CONDITIONS_OF_RECIPIENTS)
                        ? ""
                        : Matcher.quoteReplacement(match.group()));
    int atSign = unescaped(text, '@', 0);
    int percent = unescaped(text, '%', 0);
    if (atSign < 0 && percent < 0) {
      throw new IllegalArgumentException("expected user%domain@route, user@route or user%domain");
    }
    if (atSign >= 0 && unescaped(text, '@', atSign + 1) >= 0) {
      throw new IllegalArgumentException("source routes (user@domain@route) are not supported");
    }
    if (atSign < 0) {
      return new RewriteTemplate(filled(text.substring(percent + 1)), Optional.empty());
    }
    String route = filled(text.substring(atSign + 1));
    boolean hasDomain = percent >= 0 && percent < atSign;
    return new RewriteTemplate(
        hasDomain ? filled(text.substring(percent + 1, atSign)) : route, Optional.of(route));
  }

  private static boolean isCondition(MatchResult match, String letters) {
    return match.group(1).isEmpty() && letters.contains(letter(match));
  }

  private static String letter(MatchResult match) {
    return match.group(2).toUpperCase(Locale.ROOT);
  }

  /**
   * Returns a part of the template with its substitutions made.
   *
   * @param unmatched {@code $H}: the part of the name that the pattern did not match
   * @param matched {@code $D}: the part that it matched
   */
  String fill(String part, String unmatched, String matched) {
    if (part.indexOf('$') < 0) {
      return part;
    }
    return SUBSTITUTION
        .matcher(part)
        .replaceAll(
            match -> {
              int skip = match.group(1).isEmpty() ? 0 : Integer.parseInt(match.group(1));
              return Matcher.quoteReplacement(
                  switch (letter(match)) {
                    case "H", "L" -> withoutLabels(unmatched, skip);
                    case "D" -> withoutLabels(matched, skip);
                    case "U" -> "";
                    default -> match.group(2);
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
    Matcher match = SUBSTITUTION.matcher(text);
    while (match.find()) {
      if (!KNOWN.contains(letter(match)) && !isCondition(match, CONDITIONS_OF_RECIPIENTS)) {
        throw new IllegalArgumentException(
            "the substitution "
                + match.group()
                + " is not supported; expected one of $U $H $D $nH $nD $L $$ $% $@, or a"
                + " condition: $A $B $E $F $P $R $S $X");
      }
    }
    if (SUBSTITUTION.matcher(text).replaceAll("").indexOf('$') >= 0) {
      throw new IllegalArgumentException("a letter is missing behind $");
    }
  }

  /**
   * Returns the first index of {@code character} from {@code start} on that no dollar sign quotes,
   * or -1.
   */
  private static int unescaped(String text, char character, int start) {
    String masked = SUBSTITUTION.matcher(text).replaceAll(m -> "_".repeat(m.group().length()));
    return masked.indexOf(character, start);
  }
}
