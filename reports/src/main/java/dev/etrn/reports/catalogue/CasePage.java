package dev.etrn.reports.catalogue;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.Experiment;
import dev.etrn.suites.cases.client.ClientCase;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.catalogue.Need;
import dev.etrn.suites.catalogue.Requirement;
import dev.etrn.suites.catalogue.requirements.Consequences;
import dev.etrn.suites.catalogue.requirements.Requirements;
import dev.etrn.suites.clients.Ability;
import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.reference.EmbeddedTarget;
import dev.etrn.suites.run.dryrun.DryRun;
import dev.etrn.suites.run.dryrun.ReplyTable;
import dev.etrn.suites.targets.profile.TargetProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page of a case in Markdown: what is sent, what is accepted and why, what failing means.
 *
 * <p>Everything comes from the case itself: its script is rehearsed, and its judge is called.
 */
public final class CasePage {

  private static final TargetProfile EXAMPLE = new EmbeddedTarget().profile();
  private static final long SEED = 1;

  private CasePage() {}

  /** Returns the page of a case; its links are to {@code requirements.md} beside it. */
  public static String write(Experiment testCase) throws InterruptedException {
    CaseInfo info = testCase.info();
    var out = new StringBuilder("# " + info.id() + "\n\n" + info.title() + "\n\n");
    about(out, testCase);
    section(out, "What failing it means", Consequences.of(info).orElseThrow());
    section(out, "What it needs", needs(testCase));
    section(out, "What happens", happens(testCase));
    section(out, "What is accepted, and why", accepted(testCase));
    section(out, "To repeat it", "```sh\n" + command(testCase) + "\n```");
    return out.toString();
  }

  /** Returns the side that is tested, {@code server} or {@code client}. */
  static String side(Experiment testCase) {
    return testCase instanceof ClientCase ? "client" : "server";
  }

  private static void section(StringBuilder out, String heading, String text) {
    out.append("\n## ").append(heading).append("\n\n").append(text.strip()).append('\n');
  }

  private static void about(StringBuilder out, Experiment testCase) {
    CaseInfo info = testCase.info();
    out.append("| side | area | revision |\n|---|---|---|\n");
    out.append("| %s | %s | %d |\n".formatted(side(testCase), info.area(), info.revision()));
  }

  private static String needs(Experiment testCase) {
    Stream<String> keys = testCase.info().needs().stream().sorted().map(CasePage::need);
    Stream<String> abilities =
        testCase instanceof ClientCase client
            ? client.abilities().stream().sorted().map(Ability::wanted)
            : Stream.empty();
    String list =
        Stream.concat(keys, abilities).map(n -> "- " + n).collect(Collectors.joining("\n"));
    return list.isEmpty()
        ? "Nothing but a " + side(testCase) + "."
        : list + "\n\nIf one of these is missing, the verdict is NOT_APPLICABLE.";
  }

  private static String need(Need need) {
    return switch (need) {
      case SLOW -> "time: it runs only when `--select` names it whole";
      case SUBTREE_FORM -> "`subtree` in `target.forms` of etrn.yaml";
      default -> "`" + need.key() + "` in etrn.yaml";
    };
  }

  private static String happens(Experiment testCase) throws InterruptedException {
    if (testCase instanceof ClientCase client) {
      return ScriptedServerText.of(client);
    }
    if (testCase.info().isInvariant()) {
      return "This rule " + DryRunText.OF_A_RULE + ".";
    }
    String script = DryRunText.of((Case) testCase, DryRun.of((Case) testCase, EXAMPLE, SEED));
    return "C1, C2 and so on are connections of the harness to the server. The replies are"
        + " assumed:\nETRN is offered, mail is accepted, and every queue is started. With other"
        + " replies, a case may\nsend something else.\n\n```text\n"
        + script.lines().skip(1).map(String::strip).collect(Collectors.joining("\n"))
        + "\n```";
  }

  private static String accepted(Experiment testCase) throws InterruptedException {
    var out = new StringBuilder("PASS: " + testCase.info().expected() + ".\n\n");
    out.append("| requirement | level | specification | asks | broken | broken, strict |\n");
    out.append("|---|---|---|---|---|---|\n");
    testCase.info().requirements().stream()
        .map(Requirements::byId)
        .forEach(r -> out.append(row(r)));
    if (testCase instanceof Case server) {
      ReplyTable.of(server, EXAMPLE).ifPresent(table -> out.append(replies(table)));
    }
    out.append("\nOther verdicts:\n\n");
    otherVerdicts(testCase)
        .forEach(v -> out.append("- " + v + ": " + v.meaning().replace(';', ',') + "\n"));
    return out.toString();
  }

  private static String row(Requirement requirement) {
    return "| [%s](requirements.md#%s) | %s | %s | %s | %s | %s |\n"
        .formatted(
            requirement.id(),
            requirement.id().toLowerCase(Locale.ROOT),
            requirement.level(),
            requirement.spec(),
            requirement.sentence(),
            whenBroken(requirement, Profile.DEFAULT),
            whenBroken(requirement, Profile.STRICT));
  }

  private static Verdict whenBroken(Requirement requirement, Profile profile) {
    var broken = List.of(Finding.broken(requirement.id(), "broken"));
    return profile.weigh(broken, Requirements::byId).verdict();
  }

  /** Returns a table of reply codes, in which codes with the same verdict share a row. */
  private static String replies(ReplyTable table) {
    var codes = new LinkedHashMap<String, List<String>>();
    for (ReplyTable.Row row : table.rows()) {
      codes
          .computeIfAbsent(row.verdict() + " | " + row.strict(), key -> new ArrayList<>())
          .add(Integer.toString(row.code()));
    }
    var out =
        new StringBuilder("\nThe verdict of the judge by the reply to ETRN, if everything else");
    out.append(" is as assumed above:\n\n| verdict | strict | codes |\n|---|---|---|\n");
    codes.forEach(
        (verdicts, list) ->
            out.append("| %s | %s |\n".formatted(verdicts, String.join(", ", list))));
    return out.toString();
  }

  private static Stream<Verdict> otherVerdicts(Experiment testCase) {
    return testCase instanceof ClientCase
        ? Stream.of(Verdict.NOTE, Verdict.INCONCLUSIVE)
        : Stream.of(Verdict.NOTE, Verdict.NOT_OFFERED, Verdict.INCONCLUSIVE);
  }

  private static String command(Experiment testCase) {
    return testCase instanceof ClientCase
        ? "etrn verify --client --run 'my-client {host} {port} {nodes}' --select "
            + testCase.info().id()
        : "etrn verify --target HOST:PORT --config etrn.yaml --select " + testCase.info().id();
  }
}
