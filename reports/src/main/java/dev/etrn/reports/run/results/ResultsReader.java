package dev.etrn.reports.run.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.etrn.reports.ToolInfo;
import dev.etrn.reports.run.Headline;
import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.judge.Outcome;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.Attempt;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.run.result.RunResult.TargetSeen;
import dev.etrn.suites.transcript.Transcript;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what {@link ResultsJson} wrote, of any version of the harness with the same schema. */
public final class ResultsReader {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern CASE_ID = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");

  /** Finds the transcript of an attempt. */
  @FunctionalInterface
  public interface Transcripts {

    /** For who wants the verdicts alone: transcripts without events. */
    Transcripts NONE = (caseId, path) -> new Transcript(caseId, List.of());

    /**
     * @param path relative to {@code results.json}
     * @throws HarnessConfigurationException when it is not there, or no transcript
     */
    Transcript of(String caseId, String path) throws HarnessConfigurationException;
  }

  private ResultsReader() {}

  /**
   * @param file how errors name the file
   * @throws HarnessConfigurationException when {@code text} is no results.json of version 1
   */
  public static Recording read(String file, String text, Transcripts transcripts)
      throws HarnessConfigurationException {
    var root = new JsonFields(file, "", tree(file, text));
    if (root.number("schema") != 1) {
      throw new HarnessConfigurationException(
          file + " has schema " + root.number("schema") + ", and this harness knows schema 1");
    }
    JsonFields tool = root.object("tool");
    var run =
        new RunResult(
            root.value("startedAt", Instant::parse),
            root.number("seed"),
            root.value("profile", name -> Profile.valueOf(name.toUpperCase(Locale.ROOT))),
            target(root.object("target")),
            root.flag("complete"),
            cases(root, transcripts),
            root.texts("notices"),
            root.optional("headline").map(Headline::synopsisOf));
    return new Recording(
        new ToolInfo(tool.text("version"), tool.text("commit"), tool.text("java")),
        run,
        command(root),
        WaiversJson.read(root));
  }

  private static JsonNode tree(String file, String text) throws HarnessConfigurationException {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new HarnessConfigurationException(
          file
              + " line "
              + e.getLocation().getLineNr()
              + ": this is no JSON: name a results.json, or the directory that holds it");
    }
  }

  private static TargetSeen target(JsonFields target) throws HarnessConfigurationException {
    return new TargetSeen(
        target.text("name"),
        target.text("address"),
        target.text("image"),
        target.optional("version").orElse(""),
        target.text("banner"),
        target.texts("ehlo"));
  }

  private static List<CaseResult> cases(JsonFields root, Transcripts transcripts)
      throws HarnessConfigurationException {
    var results = new ArrayList<CaseResult>();
    for (JsonFields one : root.objects("cases")) {
      CaseInfo info = info(one);
      List<JsonFields> runs = one.objects("runs");
      var attempts = new ArrayList<Attempt>();
      for (JsonFields run : runs.isEmpty() ? List.of(one) : runs) {
        attempts.add(attempt(attempts.size() + 1, info.id(), run, broken(one), transcripts));
      }
      results.add(new CaseResult(info, attempts));
    }
    return results;
  }

  private static CaseInfo info(JsonFields one) throws HarnessConfigurationException {
    var requirements = new ArrayList<String>();
    for (JsonFields requirement : one.objects("requirements")) {
      requirements.add(requirement.text("id"));
    }
    return new CaseInfo(
        one.value("id", ResultsReader::caseId),
        one.count("revision"),
        one.text("title"),
        requirements,
        one.text("expected"),
        Set.of(),
        false);
  }

  /** Part of the name of a file, which must not lead out of the report's directory. */
  private static String caseId(String text) {
    if (!CASE_ID.matcher(text).matches()) {
      throw new IllegalArgumentException("no id of a case");
    }
    return text;
  }

  private static List<String> broken(JsonFields one) throws HarnessConfigurationException {
    var ids = new ArrayList<String>();
    for (JsonFields requirement : one.objects("requirements")) {
      if (requirement.has("broken") && requirement.flag("broken")) {
        ids.add(requirement.text("id"));
      }
    }
    return ids;
  }

  private static Attempt attempt(
      int round, String caseId, JsonFields run, List<String> broken, Transcripts transcripts)
      throws HarnessConfigurationException {
    Verdict verdict = run.value("verdict", Verdict::valueOf);
    return new Attempt(
        round,
        new Outcome(verdict, run.text("observed"), broken),
        run.number("nanos"),
        transcripts.of(caseId, run.text("transcript")));
  }

  /** Each case says how it is repeated, which is the command and a selection. */
  private static String command(JsonFields root) throws HarnessConfigurationException {
    List<JsonFields> cases = root.objects("cases");
    if (cases.isEmpty()) {
      return "./etrn verify";
    }
    String replay = cases.get(0).text("replay");
    int selection = replay.lastIndexOf(" --select ");
    return selection < 0 ? replay : replay.substring(0, selection);
  }
}
