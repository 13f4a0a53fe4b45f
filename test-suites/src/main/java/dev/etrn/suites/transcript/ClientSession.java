package dev.etrn.suites.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * One connection that a client under test opened to the harness, read as the commands it sent with
 * the answer to each.
 *
 * <p>The provider marks each command that it takes with a step. A view: it judges nothing.
 */
public final class ClientSession {

  /** The step in which the provider answers one command line. */
  public static final String COMMAND = "command";

  /** The step in which the provider answers the content of a message. */
  public static final String CONTENT = "content";

  /** The step that the provider reaches once TLS stands; what came before is forgotten. */
  public static final String TLS = "tls";

  private static final String END_OF_CONTENT = "\r\n.\r\n";

  /**
   * A command of the client.
   *
   * @param line as it came, without its line end; the content of a message when {@code isContent}
   * @param isContent whether it is the content of a message, up to its final dot
   * @param nanos when it was taken
   * @param answer all octets sent in answer, in one text
   * @param answeredNanos when the last of them were sent; empty when none were
   * @param early what the client had sent behind it by then
   */
  public record Command(
      String line,
      boolean isContent,
      long nanos,
      String answer,
      OptionalLong answeredNanos,
      Octets early) {

    /** The verb in upper case; empty for content. */
    public String verb() {
      return isContent ? "" : line.split(" ", 2)[0].strip().toUpperCase(Locale.ROOT);
    }

    /** What follows the verb and one blank. */
    public String argument() {
      String[] words = line.split(" ", 2);
      return isContent || words.length < 2 ? "" : words[1];
    }

    public boolean is(String verb) {
      return verb().equals(verb);
    }

    /** The code of the answer; 0 when it has none. */
    public int code() {
      return answer.matches("(?s)\\d{3}.*") ? Integer.parseInt(answer.substring(0, 3)) : 0;
    }
  }

  private final End end;
  private final long openedNanos;
  private final List<Command> commands;
  private final Octets unfinished;
  private final OptionalLong leftNanos;
  private final boolean encrypted;

  private ClientSession(End end, long openedNanos, Reading reading) {
    this.end = end;
    this.openedNanos = openedNanos;
    this.commands = List.copyOf(reading.commands);
    this.unfinished = Octets.of(reading.input.toString());
    this.leftNanos = reading.left;
    this.encrypted = reading.encrypted;
  }

  /** All connections that clients opened, in order. */
  public static List<ClientSession> all(Transcript transcript) {
    return transcript
        .all(Event.Opened.class)
        .filter(opened -> opened.end().side() == End.Side.PROVIDER)
        .map(opened -> of(transcript, opened))
        .toList();
  }

  private static ClientSession of(Transcript transcript, Event.Opened opened) {
    var reading = new Reading();
    transcript
        .all(Event.AtEnd.class)
        .filter(event -> event.end().equals(opened.end()))
        .forEach(reading::read);
    reading.finish();
    return new ClientSession(opened.end(), opened.nanos(), reading);
  }

  public End end() {
    return end;
  }

  public long openedNanos() {
    return openedNanos;
  }

  /** In their order; also what the provider never answered. */
  public List<Command> commands() {
    return commands;
  }

  public Stream<Command> commands(String verb) {
    return commands.stream().filter(command -> command.is(verb));
  }

  public boolean has(String verb) {
    return commands(verb).findAny().isPresent();
  }

  public List<Command> etrns() {
    return commands("ETRN").toList();
  }

  /** Octets that the provider never took as a command. */
  public Octets unfinished() {
    return unfinished;
  }

  /** When the client closed or reset the connection; empty when the harness did. */
  public OptionalLong leftNanos() {
    return leftNanos;
  }

  /** Whether TLS came to stand. */
  public boolean encrypted() {
    return encrypted;
  }

  /** One pass over the events of a connection. */
  private static final class Reading {
    private final List<Command> commands = new ArrayList<>();
    private final StringBuilder input = new StringBuilder();
    private OptionalLong left = OptionalLong.empty();
    private boolean encrypted;
    private boolean isTaken;
    private boolean isContent;
    private String line = "";
    private long nanos;
    private StringBuilder answer = new StringBuilder();
    private OptionalLong answered = OptionalLong.empty();
    private String early = "";

    void read(Event.AtEnd event) {
      if (event instanceof Event.Received received) {
        input.append(received.octets().text());
      } else if (event instanceof Event.Sent sent) {
        answer.append(sent.octets().text());
        answered = OptionalLong.of(sent.nanos());
        early = input.toString();
      } else if (event instanceof Event.Step step) {
        finish();
        take(step);
      } else if (event instanceof Event.Closed closed) {
        boolean byClient =
            closed.how() == Event.Closing.BY_PEER || closed.how() == Event.Closing.RESET_BY_PEER;
        left = byClient ? OptionalLong.of(closed.nanos()) : left;
      }
    }

    private void take(Event.Step step) {
      switch (step.name()) {
        case COMMAND -> begin(step, upTo("\n"), false);
        case CONTENT -> begin(step, content(), true);
        case TLS -> {
          encrypted = true;
          input.setLength(0);
        }
        default -> {}
      }
    }

    private void begin(Event.Step step, String taken, boolean ofContent) {
      isTaken = true;
      isContent = ofContent;
      nanos = step.nanos();
      line = ofContent ? taken : taken.replaceFirst("\r?\n$", "");
    }

    /** Ends the command under way, if there is one. */
    void finish() {
      if (isTaken) {
        String behind = answered.isPresent() ? early : input.toString();
        commands.add(
            new Command(line, isContent, nanos, answer.toString(), answered, Octets.of(behind)));
      }
      isTaken = false;
      answer = new StringBuilder();
      answered = OptionalLong.empty();
      early = "";
    }

    private String content() {
      boolean empty = input.indexOf(".\r\n") == 0;
      return upTo(empty ? ".\r\n" : END_OF_CONTENT);
    }

    private String upTo(String mark) {
      int at = input.indexOf(mark);
      int end = at < 0 ? input.length() : at + mark.length();
      String taken = input.substring(0, end);
      input.delete(0, end);
      return taken;
    }
  }
}
