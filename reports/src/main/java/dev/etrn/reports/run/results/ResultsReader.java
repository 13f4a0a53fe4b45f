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

/** The reader of {@code results.json}, of any version of the harness with the same schema. */
public final class ResultsReader {

  private static final ObjectMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern CASE_ID = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");

  /** The source of the transcripts of attempts. */
  @FunctionalInterface
  public interface Transcripts {

    /** Transcripts without events, for callers that need only the verdicts. */
    Transcripts NONE = (caseId, path) -> new Transcript(caseId, List.of());

    /**
     * Returns the transcript of an attempt.
     *
     * @param path its path, relative to {@code results.json}
     * @throws HarnessConfigurationException if it is missing, or not a transcript
     */
    Transcript of(String caseId, String path) throws HarnessConfigurationException;
  }

  private ResultsReader() {}

  /**
   * Reads a recording.
   *
   * @param file the name of the file in errors
   * @throws HarnessConfigurationException if {@code text} is not a results.json of version 1
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
              + ": this is not JSON: name a results.json, or the directory that holds it");
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
    for (JsonFields caseFields : root.objects("cases")) {
      CaseInfo info = info(caseFields);
      List<JsonFields> runs = caseFields.objects("runs");
      var attempts = new ArrayList<Attempt>();
      for (JsonFields run : runs.isEmpty() ? List.of(caseFields) : runs) {
        attempts.add(attempt(attempts.size() + 1, info.id(), run, broken(caseFields), transcripts));
      }
      results.add(new CaseResult(info, attempts));
    }
    return results;
  }

  private static CaseInfo info(JsonFields caseFields) throws HarnessConfigurationException {
    var requirements = new ArrayList<String>();
    for (JsonFields requirement : caseFields.objects("requirements")) {
      requirements.add(requirement.text("id"));
    }
    return new CaseInfo(
        caseFields.value("id", ResultsReader::caseId),
        caseFields.count("revision"),
        caseFields.text("title"),
        requirements,
        caseFields.text("expected"),
        Set.of(),
        false);
  }

  /** Returns a case id; it is part of a file name, which must not lead out of the directory. */
  private static String caseId(String text) {
    if (!CASE_ID.matcher(text).matches()) {
      throw new IllegalArgumentException("not a case id");
    }
    return text;
  }

  private static List<String> broken(JsonFields caseFields) throws HarnessConfigurationException {
    var ids = new ArrayList<String>();
    for (JsonFields requirement : caseFields.objects("requirements")) {
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
    String observed = run.text("observed");
    return new Attempt(
        round,
        new Outcome(verdict, observed, broken, RecordedImpediment.of(verdict, observed)),
        run.number("nanos"),
        transcripts.of(caseId, run.text("transcript")));
  }

  /** Returns the command of the run, which begins the command that repeats a case. */
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
