package dev.etrn.suites.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import dev.etrn.server.fault.session.ReplyFault;
import dev.etrn.suites.judge.Profile;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.plan.CaseSelection;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.waivers.Waiver;
import dev.etrn.suites.waivers.Waivers;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.AssertionFailedError;

/** The test of the kit on broken servers, launched in the way of a user's build. */
@Tag("slow")
class EtrnConformanceTest {

  private static final String TWICE = "etrn.reply.exactly-one";
  private static final String GOOD = "etrn.reply.no-argument";
  private static final String WITHOUT_QUEUE = "etrn.reply.queue-form";

  /** A server that answers ETRN twice, and a few cases. */
  static class Broken implements EtrnConformance {

    @Override
    public ServerUnderTest server() {
      return new MutantUnderTest(ReplyFault.REPLIES_TWICE);
    }

    @Override
    public CaseSelection selection() {
      return new CaseSelection(List.of(TWICE, GOOD, WITHOUT_QUEUE), List.of());
    }
  }

  static class Waived extends Broken {
    @Override
    public Waivers waivers() {
      return new Waivers(List.of(waiver(TWICE, "ETRN"), waiver("etrn.gone.case", "")));
    }
  }

  static class WaivedInVain extends Broken {
    @Override
    public ServerUnderTest server() {
      return new MutantUnderTest(ReplyFault.ANNOUNCES_TWICE);
    }

    @Override
    public Waivers waivers() {
      return new Waivers(List.of(waiver(TWICE, "ETRN")));
    }
  }

  static class Lenient extends Broken {
    @Override
    public ServerUnderTest server() {
      return new MutantUnderTest(ReplyFault.ANNOUNCES_WITH_PARAMETER);
    }

    @Override
    public CaseSelection selection() {
      return new CaseSelection(List.of("etrn.keywords.no-parameters"), List.of());
    }
  }

  static class Strict extends Lenient {
    @Override
    public Profile profile() {
      return Profile.STRICT;
    }
  }

  static class Unmakeable extends Broken {
    Unmakeable() {
      throw new IllegalStateException("no licence");
    }
  }

  static class WithoutAServer implements EtrnConformance {
    @Override
    public ServerUnderTest server() {
      return new ServerUnderTest() {
        @Override
        public InetSocketAddress start(InetSocketAddress sink) throws IOException {
          throw new IOException("the disk is full");
        }

        @Override
        public void stop() {
          throw new IllegalStateException("it was never started");
        }

        @Override
        public Nodes nodes() {
          return Nodes.NONE;
        }
      };
    }
  }

  @Test
  void failsTheCaseThatABrokenServerFailsAndSaysWhy() {
    LaunchedSuite suite = LaunchedSuite.of(Broken.class);
    TestExecutionResult result = suite.result(TWICE);
    assertThat(result.getStatus()).isEqualTo(FAILED);
    assertThat(suite.message(TWICE))
        .startsWith("FAIL: ")
        .contains("requirements: ETRN-058", "accepted: as many replies as commands")
        .contains("it means: Client and server lose step", "> ETRN branch.example\\r\\n");
    assertThat(result.getThrowable()).containsInstanceOf(AssertionFailedError.class);
  }

  @Test
  void namesTestsByIdAndTitleOfTheirCase() {
    assertThat(LaunchedSuite.of(Broken.class).results())
        .containsKey(TWICE + ": Each ETRN has exactly one reply");
  }

  @Test
  void playsOneCaseAloneWhenAnIdeAsksForItsTest() {
    String id = "[engine:etrn]/[class:" + Broken.class.getName() + "]/[case:" + GOOD + "]";
    LaunchedSuite suite = LaunchedSuite.of(selectUniqueId(id), Map.of());
    assertThat(suite.results().keySet()).filteredOn(name -> name.contains(":")).hasSize(1);
    assertThat(suite.result(GOOD).getStatus()).isEqualTo(SUCCESSFUL);
  }

  @Test
  void playsWhatTheBuildSelects() {
    LaunchedSuite suite =
        LaunchedSuite.of(selectClass(Broken.class), Map.of("etrn.select", "etrn.reply.no-*, x"));
    assertThat(suite.results().keySet()).filteredOn(name -> name.contains(":")).hasSize(1);
    assertThat(suite.result(GOOD).getStatus()).isEqualTo(SUCCESSFUL);
  }

  @Test
  void failsWhenTheSelectionNamesNoCase() {
    LaunchedSuite suite =
        LaunchedSuite.of(selectClass(Broken.class), Map.of("etrn.select", "etrn.gone"));
    assertThat(suite.message("Broken")).contains("etrn.select name no case");
  }

  @Test
  void failsAClassThatCannotBeMade() {
    assertThat(LaunchedSuite.of(Unmakeable.class).message("Unmakeable"))
        .contains("no test of the class can be run", "no licence");
  }

  @Test
  void abortsWhatTheConfigurationRulesOut() {
    LaunchedSuite suite = LaunchedSuite.of(Broken.class);
    assertThat(suite.result(WITHOUT_QUEUE).getStatus()).isEqualTo(ABORTED);
    assertThat(suite.message(WITHOUT_QUEUE)).startsWith("NOT_APPLICABLE: needs nodes.queue");
    assertThat(suite.result(GOOD).getStatus()).isNotEqualTo(ABORTED);
  }

  @Test
  void abortsWhatAWaiverCovers() {
    LaunchedSuite suite = LaunchedSuite.of(Waived.class);
    assertThat(suite.result(TWICE).getStatus()).isEqualTo(ABORTED);
    assertThat(suite.message(TWICE)).startsWith("waived (known): FAIL: ");
  }

  @Test
  void failsForStaleWaivers() {
    LaunchedSuite suite = LaunchedSuite.of(Waived.class);
    assertThat(suite.result("Every waiver").getStatus()).isEqualTo(FAILED);
    assertThat(suite.message("Every waiver"))
        .contains("the waiver for etrn.gone.case is stale: there is no case of this id")
        .doesNotContain(TWICE);
  }

  @Test
  void failsACaseThatPassesInSpiteOfItsWaiver() {
    LaunchedSuite suite = LaunchedSuite.of(WaivedInVain.class);
    assertThat(suite.result(TWICE).getStatus()).isEqualTo(FAILED);
    assertThat(suite.message(TWICE)).contains("remove it");
  }

  @Test
  void onlyPublishesAWarningUnlessItIsStrict() {
    LaunchedSuite lenient = LaunchedSuite.of(Lenient.class);
    assertThat(lenient.result("no-parameters").getStatus()).isEqualTo(SUCCESSFUL);
    assertThat(lenient.published()).anyMatch(e -> e.startsWith("etrn.keywords.no-parameters WARN"));
    assertThat(LaunchedSuite.of(Strict.class).result("no-parameters").getStatus())
        .isEqualTo(FAILED);
  }

  @Test
  void failsWhenTheServerDoesNotStart() {
    LaunchedSuite suite = LaunchedSuite.of(WithoutAServer.class);
    assertThat(suite.message("WithoutAServer")).contains("did not start", "the disk is full");
  }

  private static Waiver waiver(String caseId, String contains) {
    return new Waiver(
        caseId,
        "known",
        Optional.empty(),
        LocalDate.of(2999, 12, 31),
        new Waiver.Evidence(Verdict.FAIL, Optional.of(contains), Optional.empty()));
  }
}
