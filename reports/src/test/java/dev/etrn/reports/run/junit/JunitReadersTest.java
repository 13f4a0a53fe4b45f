package dev.etrn.reports.run.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.SampleLoad;
import dev.etrn.reports.SampleReport;
import dev.etrn.reports.load.LoadJunit;
import dev.etrn.reports.run.Report;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** The file {@code junit.xml}, as other programs read it. */
class JunitReadersTest {

  @TempDir private Path directory = Path.of("");

  /**
   * The attributes that Jenkins' schema requires of a suite; they suffice for GitLab and GitHub.
   */
  private static final List<String> REQUIRED = List.of("name", "tests", "failures", "errors");

  /**
   * The attributes of each element that version 10 of the schema of Jenkins' xunit plugin knows, as
   * far as we could want them. No repository that Maven asks has the schema itself.
   */
  private static final Map<String, List<String>> KNOWN =
      Map.of(
          "testsuites", List.of("name", "time", "tests", "failures", "errors"),
          "testsuite",
              List.of("name", "tests", "failures", "errors", "skipped", "time", "timestamp"),
          "testcase", List.of("name", "classname", "time"),
          "failure", List.of("type", "message"),
          "error", List.of("type", "message"),
          "skipped", List.of("type", "message"),
          "system-out", List.of());

  private static final Pattern SECONDS = Pattern.compile("[0-9]+(\\.[0-9]+)?");

  @Test
  void isReadByMavensOwnReader() throws Exception {
    Report report = SampleReport.everyVerdict();
    List<ReportTestSuite> suites = read(JunitXml.write(report));
    assertThat(suites.stream().mapToInt(ReportTestSuite::getNumberOfTests).sum())
        .isEqualTo(report.run().cases().size());
    assertThat(count(suites, ReportTestCase::hasFailure)).isEqualTo(1);
    assertThat(count(suites, ReportTestCase::hasError)).isEqualTo(1);
    assertThat(count(suites, ReportTestCase::hasSkipped)).isEqualTo(3);
    assertThat(
            suites.stream()
                .flatMap(suite -> suite.getTestCases().stream())
                .filter(ReportTestCase::hasFailure)
                .map(ReportTestCase::getFailureMessage))
        .allSatisfy(message -> assertThat(message).isNotBlank());
  }

  @Test
  void isReadWithWaiversToo() throws Exception {
    List<ReportTestSuite> suites = read(JunitXml.write(SampleReport.compared()));
    assertThat(suites).extracting(ReportTestSuite::getFullClassName).contains("etrn.waivers");
  }

  @Test
  void ofLoadIsReadToo() throws Exception {
    String load =
        Files.readString(Path.of("src/test/resources/dev/etrn/reports/golden/load-junit.xml"));
    List<ReportTestSuite> suites = read(load);
    assertThat(count(suites, test -> true)).isEqualTo(5);
    assertThat(count(suites, ReportTestCase::hasFailure)).isEqualTo(3);
    assertSuitesAreWhole(load);
  }

  @Test
  @Tag("slow")
  void isReadByAntsReport() throws Exception {
    AntReport read = AntReport.of(JunitXml.write(SampleReport.everyVerdict()), directory);
    assertThat(read.counts()).containsExactly(8, 1, 1, 3);
    assertThat(read.failures()).singleElement().asString().startsWith("got '&lt;script&gt;alert");
    assertThat(read.complaints()).isEmpty();
  }

  @Test
  @Tag("slow")
  void isReadByAntsReportWithWaiversToo() throws Exception {
    AntReport read = AntReport.of(JunitXml.write(SampleReport.compared()), directory);
    assertThat(read.counts()).containsExactly(7, 4, 0, 2);
    assertThat(read.failures()).hasSize(4);
    assertThat(read.complaints()).isEmpty();
  }

  @Test
  @Tag("slow")
  void ofLoadIsReadByAntsReport() throws Exception {
    String load = LoadJunit.write(SampleLoad.against("embedded", directory));
    AntReport read = AntReport.of(load, directory);
    assertThat(read.counts()).containsExactly(5, 3, 0, 0);
    assertThat(read.failures()).hasSize(3).last().isEqualTo("measured 1");
    assertThat(read.complaints()).isEmpty();
  }

  @Test
  void hasNothingThatJenkinsDoesNotKnow() throws Exception {
    for (Report report : List.of(SampleReport.everyVerdict(), SampleReport.compared())) {
      assertThat(unknown(JunitXml.write(report))).isEmpty();
    }
    assertThat(unknown(LoadJunit.write(SampleLoad.against("embedded", directory)))).isEmpty();
    assertThat(unknown("<testsuites><testsuite><testcase colour='x'/></testsuite></testsuites>"))
        .containsExactly("colour of testcase");
  }

  @Test
  void hasWhatJenkinsDemandsOfASuite() throws Exception {
    assertSuitesAreWhole(JunitXml.write(SampleReport.everyVerdict()));
    assertSuitesAreWhole(JunitXml.write(SampleReport.compared()));
  }

  private static void assertSuitesAreWhole(String xml) throws Exception {
    var suites = document(xml).getElementsByTagName("testsuite");
    assertThat(suites.getLength()).isPositive();
    for (int i = 0; i < suites.getLength(); i++) {
      var suite = (Element) suites.item(i);
      assertThat(REQUIRED).allMatch(suite::hasAttribute);
      assertThat(suite.getAttribute("time")).matches(SECONDS);
    }
  }

  /** Returns the elements and attributes that are not in {@link #KNOWN}. */
  private static List<String> unknown(String xml) throws Exception {
    var unknown = new ArrayList<String>();
    var elements = document(xml).getElementsByTagName("*");
    for (int i = 0; i < elements.getLength(); i++) {
      Node element = elements.item(i);
      List<String> attributes = KNOWN.getOrDefault(element.getNodeName(), List.of("none"));
      if (attributes.contains("none")) {
        unknown.add(element.getNodeName());
      }
      for (int j = 0; j < element.getAttributes().getLength(); j++) {
        String name = element.getAttributes().item(j).getNodeName();
        if (!attributes.contains(name)) {
          unknown.add(name + " of " + element.getNodeName());
        }
      }
    }
    return unknown;
  }

  private static Document document(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static long count(List<ReportTestSuite> suites, Predicate<ReportTestCase> which) {
    return suites.stream().flatMap(suite -> suite.getTestCases().stream()).filter(which).count();
  }

  private static List<ReportTestSuite> read(String xml) throws Exception {
    Path file = Files.createTempFile("TEST-", ".xml");
    try {
      Files.writeString(file, xml, StandardCharsets.UTF_8);
      return new TestSuiteXmlParser(new NullConsoleLogger()).parse(file.toString());
    } finally {
      Files.delete(file);
    }
  }
}
