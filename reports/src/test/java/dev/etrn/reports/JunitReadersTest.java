package dev.etrn.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.reports.junit.JunitXml;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** {@code junit.xml} as others read it. */
class JunitReadersTest {

  /** What Jenkins' schema demands of a suite; GitLab and GitHub's reporters are content with it. */
  private static final List<String> REQUIRED = List.of("name", "tests", "failures", "errors");

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
  void hasWhatJenkinsDemandsOfASuite() throws Exception {
    assertSuitesAreWhole(JunitXml.write(SampleReport.everyVerdict()));
    assertSuitesAreWhole(JunitXml.write(SampleReport.compared()));
  }

  private static void assertSuitesAreWhole(String xml) throws Exception {
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    var suites = document.getElementsByTagName("testsuite");
    assertThat(suites.getLength()).isPositive();
    for (int i = 0; i < suites.getLength(); i++) {
      var suite = (Element) suites.item(i);
      assertThat(REQUIRED).allMatch(suite::hasAttribute);
      assertThat(suite.getAttribute("time")).matches(SECONDS);
    }
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
