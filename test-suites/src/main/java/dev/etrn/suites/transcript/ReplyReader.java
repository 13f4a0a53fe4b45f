package dev.etrn.suites.transcript;

import dev.etrn.suites.transcript.Reply.Defect;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a server's octets into replies, without leniency (RFC 5321 sections 4.2 and 4.2.1).
 *
 * <p>Whatever comes is kept: a line that is no reply line becomes a reply with code 0 and a defect.
 * Never throws, and gives the same replies however the octets were split.
 */
public final class ReplyReader {

  /** RFC 5321 section 4.5.3.1.5, with the line end. */
  private static final int LONGEST_LINE = 512;

  /** What no reply needs, in octets and in lines; more is not read. */
  static final int MOST_OCTETS = 64 * 1024;

  static final int MOST_LINES = 1000;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final ByteArrayOutputStream raw = new ByteArrayOutputStream();
  private final List<String> lines = new ArrayList<>();
  private final List<Defect> defects = new ArrayList<>();
  private final List<Reply> whole = new ArrayList<>();
  private int code;
  private boolean isExceeded;

  /**
   * Reads on.
   *
   * @param nanos when these octets came
   * @return the replies that they make whole
   */
  public List<Reply> feed(long nanos, Octets octets) {
    int before = whole.size();
    read(nanos, octets);
    return List.copyOf(whole.subList(before, whole.size()));
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
      bound(nanos);
    }
  }

  /** Ends a reply that does not end by itself; what follows it is not read. */
  private void bound(long nanos) {
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

  /** Whether more came than is read of one reply. */
  public boolean isExceeded() {
    return isExceeded;
  }

  /** The whole replies so far, in order. */
  public List<Reply> replies() {
    return List.copyOf(whole);
  }

  public int count() {
    return whole.size();
  }

  /** What was read after the last whole reply. */
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

  /** Returns whether this is the last line of its reply. */
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
    whole.add(new Reply(nanos, code, lines, Octets.of(raw.toByteArray()), defects));
    raw.reset();
    lines.clear();
    defects.clear();
    code = 0;
  }
}
