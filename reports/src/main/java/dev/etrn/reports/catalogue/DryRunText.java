package dev.etrn.reports.catalogue;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.run.dryrun.DryRun;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import java.util.Locale;

/** What a case would send, in plain text; octets are escaped as in transcripts. */
public final class DryRunText {

  /** Said once: what the lines below it are worth. */
  public static final String CAVEAT =
      "Nothing is sent. Replies were assumed (ETRN is offered, mail is taken, every queue is"
          + " started);\nwhat a case sends after a reply may differ with another reply.";

  /** What happens for a rule of every session. */
  public static final String OF_A_RULE =
      "sends nothing: it judges every session of the cases that are played";

  private static final int LONGEST = 400;

  private DryRunText() {}

  /** Some lines, each with its line end. */
  public static String of(Case one, Transcript rehearsed) {
    var out = new StringBuilder();
    out.append(one.info().id()).append(": ").append(one.info().title()).append('\n');
    if (one.info().isInvariant()) {
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
      String how = closed.how().name().toLowerCase(Locale.ROOT).replace('_', '-');
      line(out, closed.end() + " closed " + how);
    } else if (event instanceof Event.Injected mail) {
      line(out, "-- hands over a message for " + mail.recipient() + ", token " + mail.token());
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
