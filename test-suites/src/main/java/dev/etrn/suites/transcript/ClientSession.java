package dev.etrn.suites.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A connection that a client under test opened to the harness, read as commands and their answers.
 *
 * <p>The provider marks each command that it takes with a step. A view: it judges nothing.
 */
public final class ClientSession {

  /** The step in which the provider answers one command line. */
  public static final String COMMAND = "command";

  /** The step in which the provider answers the content of a message. */
  public static final String CONTENT = "content";

  /** The step that the provider reaches once TLS is established; earlier input is dropped. */
  public static final String TLS = "tls";

  private static final String END_OF_CONTENT = "\r\n.\r\n";

  /**
   * A command of the client.
   *
   * @param line the line as it came, without its line end; the content of a message if {@code
   *     isContent}
   * @param isContent true if it is the content of a message, up to its final dot
   * @param nanos the time at which the provider took it
   * @param answer all octets of the answer, in one text
   * @param answeredNanos the time at which the last of them were sent; empty if there were none
   * @param early the octets that the client had sent after it by then
   */
  public record Command(
      String line,
      boolean isContent,
      long nanos,
      String answer,
      OptionalLong answeredNanos,
      Octets early) {

    /** Returns the verb in upper case; empty for content. */
    public String verb() {
      return isContent ? "" : line.split(" ", 2)[0].strip().toUpperCase(Locale.ROOT);
    }

    /** Returns the text after the verb and one blank. */
    public String argument() {
      String[] words = line.split(" ", 2);
      return isContent || words.length < 2 ? "" : words[1];
    }

    public boolean is(String verb) {
      return verb().equals(verb);
    }

    /** Returns the code of the answer; 0 if it has none. */
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

  /** Returns all connections that clients opened, in order. */
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

  /** Returns the commands in their order, including those that the provider never answered. */
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

  /** Returns the octets that the provider never took as a command. */
  public Octets unfinished() {
    return unfinished;
  }

  /**
   * Returns the time at which the client closed or reset the connection; empty if the harness did.
   */
  public OptionalLong leftNanos() {
    return leftNanos;
  }

  /** Returns true if TLS was established. */
  public boolean encrypted() {
    return encrypted;
  }

  /** The pass over the events of a connection. */
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

    private void begin(Event.Step step, String text, boolean asContent) {
      isTaken = true;
      isContent = asContent;
      nanos = step.nanos();
      line = asContent ? text : text.replaceFirst("\r?\n$", "");
    }

    /** Ends the command under way, if there is one. */
    void finish() {
      if (isTaken) {
        String following = answered.isPresent() ? early : input.toString();
        commands.add(
            new Command(line, isContent, nanos, answer.toString(), answered, Octets.of(following)));
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
      int index = input.indexOf(mark);
      int end = index < 0 ? input.length() : index + mark.length();
      String head = input.substring(0, end);
      input.delete(0, end);
      return head;
    }
  }
}
