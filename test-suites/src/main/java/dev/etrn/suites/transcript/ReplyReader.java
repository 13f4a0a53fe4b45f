package dev.etrn.suites.transcript;

import dev.etrn.suites.transcript.Reply.Defect;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The reader that splits a server's octets into replies, without leniency (RFC 5321 sections 4.2
 * and 4.2.1).
 *
 * <p>All input is kept: a line that is not a reply line becomes a reply with code 0 and a defect.
 * The reader never throws, and gives the same replies however the octets are split.
 */
public final class ReplyReader {

  /** The limit of a reply line with its line end (RFC 5321 section 4.5.3.1.5). */
  private static final int LONGEST_LINE = 512;

  /** The octets and the lines that are read of a reply at most; no reply needs so many. */
  static final int MOST_OCTETS = 64 * 1024;

  static final int MOST_LINES = 1000;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final ByteArrayOutputStream raw = new ByteArrayOutputStream();
  private final List<String> lines = new ArrayList<>();
  private final List<Defect> defects = new ArrayList<>();
  private final List<Reply> complete = new ArrayList<>();
  private int code;
  private boolean isExceeded;

  /**
   * Reads more octets.
   *
   * @param nanos the time at which these octets came
   * @return the replies that they complete
   */
  public List<Reply> feed(long nanos, Octets octets) {
    int before = complete.size();
    read(nanos, octets);
    return List.copyOf(complete.subList(before, complete.size()));
  }

  private void read(long nanos, Octets octets) {
    for (byte octet : octets.toByteArray()) {
      if (isExceeded) {
        return;
      }
      line.write(octet);
      raw.write(octet);
      if (octet == '\n') {
        endLine(nanos, Octets.of(line.toByteArray()).text());
        line.reset();
      }
      limit(nanos);
    }
  }

  /** Ends a reply that does not end by itself; the input after it is not read. */
  private void limit(long nanos) {
    if (raw.size() <= MOST_OCTETS && lines.size() <= MOST_LINES) {
      return;
    }
    isExceeded = true;
    if (line.size() > 0) {
      defect("SMTP-025", "a reply line without an end, of which " + line.size() + " octets came");
    } else {
      defect("SMTP-022", "a reply without an end, of which " + lines.size() + " lines came");
    }
    endReply(nanos);
  }

  /** Returns true if a reply exceeded the limits, so that no more is read. */
  public boolean isExceeded() {
    return isExceeded;
  }

  /** Returns the complete replies so far, in order. */
  public List<Reply> replies() {
    return List.copyOf(complete);
  }

  public int count() {
    return complete.size();
  }

  /** Returns the octets that were read after the last complete reply. */
  public Octets leftover() {
    return Octets.of(raw.toByteArray());
  }

  private void endLine(long nanos, String octets) {
    if (octets.length() > LONGEST_LINE) {
      defect("SMTP-025", "a reply line of " + octets.length() + " octets");
    }
    String text = withoutLineEnd(octets);
    if (text.chars().anyMatch(c -> c != '\t' && (c < 0x20 || c > 0x7E))) {
      defect("SMTP-026", "an octet that is neither tab nor printable US-ASCII in the reply");
    }
    boolean last = !startsWithCode(text) || readCodeLine(text);
    if (!startsWithCode(text)) {
      defect("SMTP-022", "a line that does not begin with a three-digit code");
      lines.add(text);
    }
    if (last) {
      endReply(nanos);
    }
  }

  private String withoutLineEnd(String octets) {
    if (octets.endsWith("\r\n")) {
      return octets.substring(0, octets.length() - 2);
    }
    defect("SMTP-044", "a reply line that ends in a bare LF");
    return octets.substring(0, octets.length() - 1);
  }

  private static boolean startsWithCode(String text) {
    return text.length() >= 3 && text.substring(0, 3).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Returns true if this is the last line of its reply. */
  private boolean readCodeLine(String text) {
    int thisCode = Integer.parseInt(text.substring(0, 3));
    if (lines.isEmpty()) {
      code = thisCode;
      // SMTP-022: the first digit is 2 to 5, the second 0 to 5.
      if (code < 200 || code > 559 || code / 10 % 10 > 5) {
        defect("SMTP-022", "the code " + text.substring(0, 3) + " is outside the grammar");
      }
    } else if (thisCode != code) {
      defect("SMTP-023", "a reply whose lines have the codes " + code + " and " + thisCode);
    }
    return readText(text.substring(3));
  }

  private boolean readText(String rest) {
    if (rest.isEmpty()) {
      defect("SMTP-027", "a code without text");
      lines.add("");
      return true;
    }
    char separator = rest.charAt(0);
    if (separator != ' ' && separator != '-') {
      defect("SMTP-022", "a code followed by neither SP nor hyphen");
    }
    lines.add(rest.substring(1));
    return separator != '-';
  }

  private void defect(String requirement, String what) {
    var defect = new Defect(requirement, what);
    if (!defects.contains(defect)) {
      defects.add(defect);
    }
  }

  private void endReply(long nanos) {
    complete.add(new Reply(nanos, code, lines, Octets.of(raw.toByteArray()), defects));
    raw.reset();
    lines.clear();
    defects.clear();
    code = 0;
  }
}
