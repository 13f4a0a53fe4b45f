package dev.etrn.reports.catalogue;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.run.dryrun.DryRun;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import java.util.Locale;

/** The commands that a case would send, as plain text with octets escaped as in transcripts. */
public final class DryRunText {

  /** The reservation that is printed once, before the lines of the cases. */
  public static final String CAVEAT =
      "Nothing is sent. The replies are assumed: ETRN is offered, mail is accepted, and every"
          + " queue is\nstarted. With other replies, a case may send something else.";

  /** The line for a rule that every session is judged by. */
  public static final String OF_A_RULE =
      "sends nothing: it judges every session of the cases that are played";

  private static final int LONGEST = 400;

  private DryRunText() {}

  /** Returns the lines of a case, each with its line end. */
  public static String of(Case testCase, Transcript rehearsed) {
    var out = new StringBuilder();
    out.append(testCase.info().id()).append(": ").append(testCase.info().title()).append('\n');
    if (testCase.info().isInvariant()) {
      line(out, OF_A_RULE);
    }
    DryRun.lacking(rehearsed)
        .ifPresent(
            key -> line(out, "not played: needs " + key + ", which the configuration lacks"));
    if (DryRun.lacking(rehearsed).isEmpty()) {
      rehearsed.events().forEach(event -> event(out, event));
    }
    return out.toString();
  }

  private static void event(StringBuilder out, Event event) {
    if (event instanceof Event.Opened opened) {
      line(out, opened.end() + " connects");
    } else if (event instanceof Event.Sent sent) {
      line(out, sent.end() + " > " + cut(sent.octets().escaped(), sent.octets().size()));
    } else if (event instanceof Event.Closed closed) {
      String manner = closed.how().name().toLowerCase(Locale.ROOT).replace('_', '-');
      line(out, closed.end() + " closed " + manner);
    } else if (event instanceof Event.Injected mail) {
      line(out, "-- submits a message for " + mail.recipient() + ", token " + mail.token());
    } else if (event instanceof Event.Fact fact) {
      line(out, "-- " + fact.name() + " " + fact.value());
    }
  }

  private static String cut(String escaped, int size) {
    return escaped.length() <= LONGEST
        ? escaped
        : escaped.substring(0, LONGEST) + "... (" + size + " octets)";
  }

  private static void line(StringBuilder out, String text) {
    out.append("  ").append(text).append('\n');
  }
}
