package dev.etrn.suites.reference;

import static dev.etrn.suites.judge.Verdict.NOTE;
import static dev.etrn.suites.judge.Verdict.NOT_APPLICABLE;
import static dev.etrn.suites.judge.Verdict.NOT_OFFERED;
import static dev.etrn.suites.judge.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.plan.CaseSelection;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that a conformance run on each example shows the effect of its channel keywords. */
class ExampleConformanceIT {

  /** The names of channels and their official hosts in the examples. */
  private static final Pattern CHANNEL =
      Pattern.compile("(?i)tcp[_-](local|daemon|hub|branch|sibling|provider|inside)");

  private static final Verdict[] AS_EXPECTED = {PASS, NOTE, NOT_APPLICABLE};

  private static final String NODES =
      """
      nodes:
        permitted: branch.example
        sibling: sibling.example
        empty: idle.example
        denied: provider.example
        unknown: unknown.example
      """;

  private static final String CONNECTS_BACK =
      """
      connectBack:
        listen: 127.0.0.1:2526
        within: 5s
      limits:
        etrnsPerSession: 4
      """;

  private static final Map<String, String> PROVIDER =
      Map.of(
          "[192.0.2.1]", "SINK",
          "[192.0.2.2]", "SINK",
          "192.0.2.1   branch.example", "127.0.0.1   branch.example idle.example");

  @TempDir private Path directory = Path.of("");

  @Test
  void providerReleasesWhatIsAskedForAndNamesNoChannel() throws Exception {
    ExampleRun run = provider(PROVIDER, NODES + CONNECTS_BACK, CaseSelection.everything());
    assertThat(run.otherThan(AS_EXPECTED)).isEmpty();
    assertThat(run.with(NOT_APPLICABLE))
        .filteredOn(id -> !id.startsWith("etrn.auth."))
        .allSatisfy(id -> assertThat(run.observed(id)).startsWith("needs "))
        .filteredOn(id -> id.startsWith("etrn.effect."))
        .containsExactlyInAnyOrder("etrn.effect.queue", "etrn.effect.label-boundary");
    assertThat(run.with(NOTE)).noneMatch(id -> id.startsWith("etrn.effect."));
    assertThat(run.texts()).hasSizeGreaterThan(50).noneMatch(ExampleConformanceIT::namesChannel);
    assertThat(run.verdict("etrn.limits.beyond")).isEqualTo(PASS);
  }

  @Test
  void firewallRefusesItsHubLikeANameThatItDoesNotKnow() throws Exception {
    String yaml =
        """
        nodes:
          permitted: partner.example
          empty: idle.example
          denied: inside.example
          unknown: unknown.example
          queue: tcp_hub
        limits:
          etrnsPerSession: 2
        """;
    var texts =
        Map.of(
            "[192.0.2.25]",
            "SINK",
            "198.51.100.0/24   partner.example",
            "127.0.0.0/8   partner.example idle.example");
    ExampleRun run =
        ExampleRun.of(
            new ExampleTarget("firewall", directory, texts, yaml), CaseSelection.everything());
    assertThat(run.otherThan(AS_EXPECTED)).isEmpty();
    assertThat(run.codes("etrn.reply.node-not-allowed")).isEqualTo("459");
    assertThat(run.codes("etrn.reply.subtree-not-allowed")).isEqualTo("459");
    assertThat(run.codes("etrn.reply.queue-form")).isEqualTo("459");
    assertThat(run.text("etrn.reply.node-not-allowed").replace("inside.example", "NODE"))
        .isEqualTo(run.text("etrn.reply.unknown-node").replace("unknown.example", "NODE"));
    assertThat(run.texts()).hasSizeGreaterThan(50).noneMatch(ExampleConformanceIT::namesChannel);
    assertThat(run.codes("etrn.limits.survives-reset")).matches("458( 458)*");
    assertThat(run.verdict("etrn.limits.survives-reset")).isEqualTo(PASS);
    assertThat(run.with(NOT_APPLICABLE)).contains("etrn.effect.one-message");
  }

  @Test
  void branchDoesNotOfferEtrn() throws Exception {
    var texts = Map.of("[192.0.2.10]", "SINK", "[192.0.2.26]", "SINK");
    ExampleRun run =
        ExampleRun.of(
            new ExampleTarget("branch", directory, texts, NODES), CaseSelection.everything());
    // Two cases need only EHLO, and the rules of every session apply without ETRN too.
    Map<String, String> others = run.otherThan(NOT_OFFERED, NOT_APPLICABLE, NOTE);
    assertThat(others).allSatisfy((id, result) -> assertThat(result).startsWith("PASS "));
    assertThat(others.keySet())
        .filteredOn(id -> !id.startsWith("etrn.session."))
        .containsExactlyInAnyOrder("etrn.keywords.registered", "etrn.abuse.ehlo-for-logs");
    assertThat(run.verdict("etrn.keywords.announced")).isEqualTo(NOT_OFFERED);
    assertThat(run.codes("etrn.keywords.announced")).isEqualTo("502");
    assertThat(run.with(NOT_APPLICABLE))
        .filteredOn(id -> !id.startsWith("etrn.auth."))
        .allSatisfy(id -> assertThat(run.observed(id)).startsWith("needs "));
  }

  /** Checks the decision table of the channel that sessions use. */
  @ParameterizedTest
  @CsvSource({
    "allowetrn,   25x 25x 25x, PASS,        PASS,        true",
    "silentetrn,  25x 25x 25x, PASS,        PASS,        false",
    "'',          25x 25x 25x, PASS,        PASS,        false",
    "domainetrn,  459 25x 459, PASS,        NOTE,        false",
    "disableetrn, 502 502 502, NOT_OFFERED, NOT_OFFERED, false",
  })
  void keywordDecides(String keyword, String codes, String node, String queue, boolean namesChannel)
      throws Exception {
    String forms = keyword.equals("domainetrn") ? "target:\n  forms: subtree\n" : "";
    ExampleRun run =
        provider(
            keyword(keyword),
            forms + NODES + "  queue: tcp_branch\n" + CONNECTS_BACK,
            new CaseSelection(
                List.of(
                    "etrn.keywords.*",
                    "etrn.syntax.*",
                    "etrn.reply.*",
                    "etrn.limits.*",
                    "etrn.effect.one-message",
                    "etrn.effect.subtree",
                    "etrn.effect.queue",
                    "etrn.effect.refused-node"),
                List.of()));
    boolean offered = !keyword.equals("disableetrn");
    Verdict[] expected = offered ? AS_EXPECTED : new Verdict[] {NOT_OFFERED, NOT_APPLICABLE};
    // The other EHLO keywords can be judged where ETRN is switched off, too.
    assertThat(run.otherThan(expected).keySet())
        .isSubsetOf(offered ? Set.of() : Set.of("etrn.keywords.registered"));
    assertThat(run.codes("etrn.syntax.forms")).isEqualTo(codes);
    assertThat(run.verdict("etrn.keywords.announced")).isEqualTo(offered ? PASS : NOT_OFFERED);
    assertThat(run.verdict("etrn.effect.one-message")).hasToString(node);
    assertThat(run.verdict("etrn.effect.subtree")).hasToString(node);
    assertThat(run.verdict("etrn.effect.queue")).hasToString(queue);
    assertThat(run.texts().stream().anyMatch(ExampleConformanceIT::namesChannel))
        .isEqualTo(namesChannel);
  }

  /** Checks blocketrn on the channel of the node, whatever the incoming channel says. */
  @ParameterizedTest
  @CsvSource({"allowetrn", "silentetrn"})
  void blockedDestinationIsRefusedInEveryForm(String keyword) throws Exception {
    var texts = new HashMap<>(keyword(keyword));
    texts.put("tcp_branch smtp", "tcp_branch blocketrn smtp");
    texts.put("192.0.2.2  ", "127.0.0.1  ");
    String yaml =
        """
        nodes:
          permitted: sibling.example
          denied: branch.example
          unknown: unknown.example
          queue: tcp_branch
        """;
    ExampleRun run =
        provider(
            texts,
            yaml + CONNECTS_BACK,
            new CaseSelection(
                List.of("etrn.reply.*", "etrn.effect.one-message", "etrn.effect.refused-node"),
                List.of()));
    assertThat(run.otherThan(AS_EXPECTED)).isEmpty();
    assertThat(run.codes("etrn.reply.node-not-allowed")).isEqualTo("459");
    assertThat(run.codes("etrn.reply.subtree-not-allowed")).isEqualTo("459");
    assertThat(run.codes("etrn.reply.queue-form")).isEqualTo("459");
    assertThat(run.text("etrn.reply.node-not-allowed").replace("branch.example", "NODE"))
        .isEqualTo(run.text("etrn.reply.unknown-node").replace("unknown.example", "NODE"));
    assertThat(run.verdict("etrn.effect.one-message")).isEqualTo(PASS);
    assertThat(run.verdict("etrn.effect.refused-node")).isEqualTo(PASS);
  }

  private ExampleRun provider(Map<String, String> texts, String yaml, CaseSelection selection)
      throws Exception {
    return ExampleRun.of(new ExampleTarget("provider", directory, texts, yaml), selection);
  }

  /** Returns the replacements that give the sessions' channel another keyword. */
  private static Map<String, String> keyword(String keyword) {
    return Map.of(
        "[192.0.2.1]",
        "SINK",
        "[192.0.2.2]",
        "SINK",
        "192.0.2.1   branch.example",
        "127.0.0.1   branch.example idle.example #tcp_branch",
        "smtp mx silentetrn",
        "smtp mx " + keyword);
  }

  /** Returns true if a text names a channel that the client had not named itself. */
  private static boolean namesChannel(String text) {
    return CHANNEL.matcher(text.replaceAll("#\\S+", "")).find();
  }
}
