package dev.etrn.reports.junit;

import dev.etrn.reports.Printable;
import dev.etrn.reports.Report;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.CaseResult;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes {@code junit.xml}: a suite per area, a test per case.
 *
 * <p>FAIL is a failure, ERROR an error; what says nothing about the target is skipped, with the
 * reason. WARN and NOTE pass, and say what they saw in the test's output.
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
      xml.writeAttribute("name", Printable.text("etrn " + report.run().target().name()));
      for (Map.Entry<String, List<CaseResult>> area : byArea(report).entrySet()) {
        suite(xml, area.getKey(), area.getValue(), report);
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
    xml.writeAttribute("failures", count(results, Verdict.FAIL));
    xml.writeAttribute("errors", count(results, Verdict.ERROR));
    xml.writeAttribute(
        "skipped",
        count(results, Verdict.NOT_APPLICABLE, Verdict.NOT_OFFERED, Verdict.INCONCLUSIVE));
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
    switch (result.verdict()) {
      case FAIL -> detail(xml, "failure", result, report);
      case ERROR -> detail(xml, "error", result, report);
      case NOT_APPLICABLE, NOT_OFFERED, INCONCLUSIVE -> {
        xml.writeEmptyElement("skipped");
        xml.writeAttribute("message", Printable.text(result.verdict() + ": " + result.observed()));
      }
      case WARN, NOTE, PASS -> {
        xml.writeStartElement("system-out");
        xml.writeCharacters(Printable.text(result.verdict() + ": " + result.observed()));
        xml.writeEndElement();
      }
    }
    xml.writeEndElement();
  }

  private static void detail(XMLStreamWriter xml, String element, CaseResult result, Report report)
      throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeAttribute("message", Printable.text(result.observed()));
    xml.writeAttribute("type", result.verdict().name());
    xml.writeCharacters(
        Printable.text(
            "expected: %s\nobserved: %s\nrequirements: %s\nagain: %s\n"
                .formatted(
                    result.info().expected(),
                    result.observed(),
                    String.join(", ", result.info().requirements()),
                    report.replay(result))));
    xml.writeEndElement();
  }

  private static String count(List<CaseResult> results, Verdict... verdicts) {
    List<Verdict> wanted = List.of(verdicts);
    return Long.toString(results.stream().filter(r -> wanted.contains(r.verdict())).count());
  }

  private static String seconds(long nanos) {
    return String.format(Locale.ROOT, "%.3f", nanos / 1e9);
  }
}
