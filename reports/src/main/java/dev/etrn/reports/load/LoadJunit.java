package dev.etrn.reports.load;

import dev.etrn.load.run.LoadResult;
import dev.etrn.load.verdict.ThresholdResult;
import dev.etrn.reports.EscapedText;
import dev.etrn.reports.load.figures.Amount;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The writer of {@code junit.xml} of a load run: a test for each threshold and each requirement of
 * the sample, and one for the run itself.
 */
public final class LoadJunit {

  private LoadJunit() {}

  public static String write(LoadResult result) {
    var out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      suite(xml, result);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a string cannot fail to be written", e);
    }
    return out + "\n";
  }

  private static void suite(XMLStreamWriter xml, LoadResult result) throws XMLStreamException {
    Map<String, String> tests = tests(result);
    String name = "etrn.load." + result.setup().play().title();
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", name);
    xml.writeAttribute("timestamp", result.startedAt().toString());
    xml.writeAttribute("tests", Integer.toString(tests.size()));
    xml.writeAttribute(
        "failures",
        Long.toString(tests.values().stream().filter(failure -> !failure.isEmpty()).count()));
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "0");
    xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", result.seconds()));
    for (Map.Entry<String, String> test : tests.entrySet()) {
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", name);
      xml.writeAttribute("name", test.getKey());
      if (!test.getValue().isEmpty()) {
        xml.writeStartElement("failure");
        xml.writeAttribute("message", test.getValue());
        // Some readers ignore a failure without type and text.
        xml.writeAttribute("type", "FAIL");
        xml.writeCharacters(test.getKey() + ": " + test.getValue());
        xml.writeEndElement();
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  /** Returns the message of each test by its name; empty for a test that passed. */
  private static Map<String, String> tests(LoadResult result) {
    var tests = new LinkedHashMap<String, String>();
    tests.put("the run is valid", EscapedText.line(String.join("; ", result.invalid())));
    result
        .conformance()
        .verdicts()
        .keySet()
        .forEach(
            id ->
                tests.put(
                    id + " in a sample",
                    EscapedText.line(ConformanceText.breach(result.conformance(), id))));
    for (ThresholdResult threshold : result.checked()) {
      String measured = "measured " + Amount.of(threshold.threshold().metric(), threshold.actual());
      tests.put(threshold.threshold().text(), threshold.isMet() ? "" : measured);
    }
    return tests;
  }
}
