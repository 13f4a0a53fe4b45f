package dev.etrn.reports.run.junit;

import dev.etrn.reports.run.Report;
import dev.etrn.reports.run.WaiverText;
import dev.etrn.suites.run.result.Expectations.Stale;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The suite in which each stale waiver is a failed test, so that a pipeline shows the reason. */
final class WaiverSuite {

  private static final String NAME = "etrn.waivers";
  private static final String NO_TIME = "0.000";

  private WaiverSuite() {}

  static void write(XMLStreamWriter xml, Report report) throws XMLStreamException {
    List<Stale> stale = report.expectations().stale();
    String count = Integer.toString(stale.size());
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", NAME);
    xml.writeAttribute("timestamp", report.run().startedAt().toString());
    xml.writeAttribute("tests", count);
    xml.writeAttribute("failures", count);
    xml.writeAttribute("errors", "0");
    xml.writeAttribute("skipped", "0");
    xml.writeAttribute("time", NO_TIME);
    for (Stale staleWaiver : stale) {
      xml.writeCharacters("\n    ");
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", NAME);
      xml.writeAttribute("name", staleWaiver.waiver().caseId());
      xml.writeAttribute("time", NO_TIME);
      xml.writeStartElement("failure");
      xml.writeAttribute("message", WaiverText.of(staleWaiver));
      xml.writeAttribute("type", "STALE_WAIVER");
      xml.writeCharacters(WaiverText.because(staleWaiver.waiver()));
      xml.writeEndElement();
      xml.writeEndElement();
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }
}
