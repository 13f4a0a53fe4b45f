package dev.etrn.reports.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.reports.cli.ShellRun;
import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.GroovyShell;
import groovy.lang.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.control.CompilationFailedException;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Jenkinsfile, run by Groovy with steps that do what those of Jenkins do. */
@Tag("slow")
class JenkinsfileTest {

  private static final String FILE = "reports/docs/ci/Jenkinsfile";

  @TempDir private Path directory = Path.of("");

  @Test
  void verifiesAndPublishesWhatIsThere() throws IOException {
    Steps steps = run("embedded");
    assertThat(steps.told)
        .containsExactly(
            "junit etrn-out/junit.xml", "sarif etrn-out/results.sarif", "archive etrn-out/**");
    assertThat(directory.resolve("etrn-out/junit.xml")).isNotEmptyFile();
    assertThat(directory.resolve("etrn-out/results.sarif")).isNotEmptyFile();
  }

  @Test
  void failsWithTheReason() throws IOException {
    assertThat(run("127.0.0.1:1").told)
        .contains("error etrn verify ended with 69: see etrn-out/report.html")
        .contains("junit etrn-out/junit.xml");
  }

  @Test
  void isParsedInEarnest() {
    assertThatThrownBy(() -> new GroovyShell().parse("pipeline { agent { docker { image 'etrn' }"))
        .isInstanceOf(CompilationFailedException.class);
  }

  private Steps run(String target) throws IOException {
    var settings = new CompilerConfiguration();
    settings.setScriptBaseClass(Steps.class.getName());
    var shell = new GroovyShell(getClass().getClassLoader(), new Binding(), settings);
    Steps steps = (Steps) shell.parse(PipelineFile.text(FILE));
    steps.directory = directory;
    steps.target = target;
    steps.run();
    return steps;
  }

  /** The steps: blocks are entered, the shell is run, and what is published is noted. */
  public abstract static class Steps extends Script {

    private final List<String> told = new ArrayList<>();
    private Path directory = Path.of("");
    private String target = "";

    @Override
    public @Nullable Object invokeMethod(String name, Object arguments) {
      Object[] given = (Object[]) arguments;
      return switch (name) {
        case "pipeline",
            "agent",
            "docker",
            "parameters",
            "stages",
            "steps",
            "script",
            "post",
            "always" ->
            enter((Closure<?>) given[0]);
        case "stage" -> enter((Closure<?>) given[1]);
        case "image", "args", "string" -> name;
        case "sh" -> shell((Map<?, ?>) given[0]);
        case "unstable", "error" -> told.add(name + " " + given[0]);
        case "junit" -> told.add("junit " + ((Map<?, ?>) given[0]).get("testResults"));
        case "sarif" -> ((Map<?, ?>) given[0]).get("pattern");
        case "recordIssues" -> told.add("sarif " + ((Map<?, ?>) given[0]).get("tool"));
        case "archiveArtifacts" -> told.add("archive " + ((Map<?, ?>) given[0]).get("artifacts"));
        default -> throw new AssertionError("no step " + name);
      };
    }

    private @Nullable Object enter(Closure<?> block) {
      block.setDelegate(this);
      return block.call();
    }

    private int shell(Map<?, ?> step) {
      assertThat(step.get("returnStatus")).isEqualTo(true);
      String script = step.get("script") + " --select etrn.reply.no-argument";
      try {
        return ShellRun.of(directory, Map.of("TARGET", target), script).code();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
