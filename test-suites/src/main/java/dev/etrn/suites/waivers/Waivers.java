package dev.etrn.suites.waivers;

import dev.etrn.suites.config.ConfigurationFile;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.config.YamlMapping;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.waivers.Waiver.Evidence;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * The known deviations of one target, in the order of their file:
 *
 * <pre>
 * waivers:
 *   - case: etrn.reply.refusal-has-reason
 *     reason: the reason is left out on purpose
 *     link: https://tracker.example/17        # optional
 *     expires: 2030-12-31                     # the last day on which it holds
 *     evidence:
 *       verdict: WARN                         # FAIL, WARN, NOTE, NOT_OFFERED or INCONCLUSIVE
 *       contains: "459"                       # optional: text in what was observed
 *       matches: "4[0-9]9"                    # optional: regular expression found in it
 * </pre>
 *
 * @param all the waivers, at most one for each case
 */
public record Waivers(List<Waiver> all) {

  private static final Pattern CASE = Pattern.compile("etrn\\.[a-z]+\\.[a-z0-9-]+");

  /**
   * The verdicts that can be waived: PASS is not a deviation; NOT_APPLICABLE and ERROR never count.
   */
  private static final Set<Verdict> WAIVED =
      Set.of(Verdict.FAIL, Verdict.WARN, Verdict.NOTE, Verdict.NOT_OFFERED, Verdict.INCONCLUSIVE);

  public Waivers {
    all = List.copyOf(all);
  }

  public static Waivers none() {
    return new Waivers(List.of());
  }

  /**
   * @throws HarnessConfigurationException when the file cannot be read, or holds a value that
   *     cannot be used
   */
  public static Waivers read(Path file) throws HarnessConfigurationException {
    return parse(file.toString(), ConfigurationFile.text(file, "--waivers"));
  }

  public static Waivers parse(String file, String text) throws HarnessConfigurationException {
    YamlMapping root = YamlMapping.read(file, text, List.of("waivers"));
    var waivers = new ArrayList<Waiver>();
    var caseIds = new HashSet<String>();
    List<String> keys = List.of("case", "reason", "link", "expires", "evidence");
    for (YamlMapping entry : root.list("waivers", keys)) {
      Waiver waiver = waiver(entry);
      if (!caseIds.add(waiver.caseId())) {
        throw entry.wrong("case", "a case that no other waiver names");
      }
      waivers.add(waiver);
    }
    return new Waivers(waivers);
  }

  private static Waiver waiver(YamlMapping entry) throws HarnessConfigurationException {
    return new Waiver(
        required(entry, "case", "one case id such as etrn.reply.no-argument"),
        required(entry, "reason", "one sentence"),
        entry.value("link", "an http or https address", Waivers::link),
        expires(entry),
        evidence(entry));
  }

  private static LocalDate expires(YamlMapping entry) throws HarnessConfigurationException {
    String expected = "the last day on which it holds, such as 2030-12-31";
    return entry
        .value("expires", expected, Waivers::date)
        .orElseThrow(() -> entry.missing("expires", expected));
  }

  private static Evidence evidence(YamlMapping entry) throws HarnessConfigurationException {
    String expected = "FAIL, WARN, NOTE, NOT_OFFERED or INCONCLUSIVE";
    YamlMapping evidence =
        entry
            .mapping("evidence", List.of("verdict", "contains", "matches"))
            .orElseThrow(
                () ->
                    entry.missing(
                        "evidence",
                        "how the deviation shows: below it 'verdict: FAIL', and 'contains:' with a"
                            + " part of what was observed"));
    return new Evidence(
        evidence
            .value("verdict", expected, Waivers::verdict)
            .orElseThrow(() -> evidence.missing("verdict", expected)),
        evidence.text("contains"),
        evidence.value("matches", "a regular expression", Waivers::pattern));
  }

  private static String required(YamlMapping entry, String key, String expected)
      throws HarnessConfigurationException {
    return entry
        .value(key, expected, text -> Optional.of(text).filter(t -> isFit(key, t)))
        .orElseThrow(() -> entry.missing(key, expected));
  }

  private static boolean isFit(String key, String text) {
    return key.equals("case") ? CASE.matcher(text).matches() : !text.isBlank();
  }

  /** Parses a link that a page may contain: http or https only. */
  private static Optional<URI> link(String text) {
    try {
      return Optional.of(new URI(text))
          .filter(uri -> uri.getScheme() != null && uri.getHost() != null)
          .filter(uri -> uri.getScheme().toLowerCase(Locale.ROOT).matches("https?"));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<Verdict> verdict(String text) {
    return WAIVED.stream().filter(verdict -> verdict.name().equals(text)).findFirst();
  }

  private static Optional<Pattern> pattern(String text) {
    try {
      return Optional.of(Pattern.compile(text));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }
}
