package dev.etrn.reports.run.junit;

import dev.etrn.reports.EscapedText;
import dev.etrn.reports.run.RepeatText;
import dev.etrn.reports.run.Report;
import dev.etrn.reports.run.WaiverText;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.CaseResult;
import dev.etrn.suites.run.result.Expectation;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The writer of {@code junit.xml}: a suite per area, a test per case.
 *
 * <p>FAIL is a failure, and ERROR an error; a verdict that says nothing about the target is
 * skipped, with the reason. WARN and NOTE pass, with the observation in the test's output. A waived
 * deviation is skipped; an unexpected pass is a failure, and so is a stale waiver, in a suite of
 * its own.
 */
public final class JunitXml {

  private JunitXml() {}

  public static String write(Report report) {
    var out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", EscapedText.text("etrn " + report.run().target().name()));
      for (Map.Entry<String, List<CaseResult>> area : byArea(report).entrySet()) {
        suite(xml, area.getKey(), area.getValue(), report);
      }
      if (!report.expectations().stale().isEmpty()) {
        WaiverSuite.write(xml, report);
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory cannot fail", e);
    }
    return out + "\n";
  }

  private static Map<String, List<CaseResult>> byArea(Report report) {
    var areas = new LinkedHashMap<String, List<CaseResult>>();
    report
        .run()
        .cases()
        .forEach(c -> areas.computeIfAbsent(c.info().area(), a -> new ArrayList<>()).add(c));
    return areas;
  }

  private static void suite(
      XMLStreamWriter xml, String area, List<CaseResult> results, Report report)
      throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", "etrn." + area);
    xml.writeAttribute("timestamp", report.run().startedAt().toString());
    xml.writeAttribute("tests", Integer.toString(results.size()));
    xml.writeAttribute("failures", count(results, report, Shape.FAILURE));
    xml.writeAttribute("errors", count(results, report, Shape.ERROR));
    xml.writeAttribute("skipped", count(results, report, Shape.SKIPPED));
    xml.writeAttribute("time", seconds(results.stream().mapToLong(CaseResult::nanos).sum()));
    for (CaseResult result : results) {
      test(xml, result, report);
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  private static void test(XMLStreamWriter xml, CaseResult result, Report report)
      throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "etrn." + result.info().area());
    xml.writeAttribute("name", result.info().id() + ": " + result.info().title());
    xml.writeAttribute("time", seconds(result.nanos()));
    switch (Shape.of(result, report)) {
      case FAILURE -> detail(xml, "failure", result, report);
      case ERROR -> detail(xml, "error", result, report);
      case SKIPPED -> {
        xml.writeEmptyElement("skipped");
        xml.writeAttribute("message", EscapedText.text(message(result, report)));
      }
      case PASSED -> {
        xml.writeStartElement("system-out");
        xml.writeCharacters(EscapedText.text(message(result, report)));
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
  }

  private static String message(CaseResult result, Report report) {
    String times = RepeatText.of(result);
    String observed =
        result.verdict() + (times.isEmpty() ? "" : " (" + times + ")") + ": " + result.observed();
    return report.expectation(result).map(e -> WaiverText.of(e) + "; " + observed).orElse(observed);
  }

  private static void detail(XMLStreamWriter xml, String element, CaseResult result, Report report)
      throws XMLStreamException {
    xml.writeStartElement(element);
    Optional<Expectation> expectation = report.expectation(result);
    xml.writeAttribute(
        "message", EscapedText.text(expectation.map(WaiverText::of).orElse(result.observed())));
    xml.writeAttribute("type", expectation.map(e -> "XPASS").orElse(result.verdict().name()));
    xml.writeCharacters(
        EscapedText.text(
            "expected: %s\nobserved: %s\nrequirements: %s\nrepeat: %s\n"
                .formatted(
                    result.info().expected(),
                    result.observed(),
                    String.join(", ", result.info().requirements()),
                    report.replayCommand(result))));
    xml.writeEndElement();
  }

  private static String count(List<CaseResult> results, Report report, Shape shape) {
    return Long.toString(results.stream().filter(r -> Shape.of(r, report) == shape).count());
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
  }

  /** The form of a result in JUnit. */
  private enum Shape {
    PASSED,
    SKIPPED,
    FAILURE,
    ERROR;

    static Shape of(CaseResult result, Report report) {
      return report
          .expectation(result)
          .map(expectation -> expectation.isFail() ? SKIPPED : FAILURE)
          .orElseGet(() -> of(result.verdict()));
    }

    private static Shape of(Verdict verdict) {
      return switch (verdict) {
        case FAIL -> FAILURE;
        case ERROR -> ERROR;
        case NOT_APPLICABLE, NOT_OFFERED, INCONCLUSIVE -> SKIPPED;
        case WARN, NOTE, PASS -> PASSED;
      };
    }
  }
}
