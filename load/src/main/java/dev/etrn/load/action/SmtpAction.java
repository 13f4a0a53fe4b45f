package dev.etrn.load.action;

import dev.etrn.load.protocol.Conversation;
import dev.etrn.load.protocol.Dialling;
import dev.etrn.load.protocol.Outcome;
import dev.etrn.load.protocol.SmtpComponents;
import dev.etrn.load.protocol.Step;
import dev.etrn.load.protocol.StepListener.Happened;
import io.gatling.commons.stats.KO$;
import io.gatling.commons.stats.OK$;
import io.gatling.commons.stats.Status;
import io.gatling.commons.validation.Validation;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import scala.Option;

/** Does one move, tells the listener of each step, and logs a response unless it is silent. */
final class SmtpAction extends ExitingAction {

  private static final byte[] DOT = ".\r\n".getBytes(StandardCharsets.US_ASCII);

  private final SmtpComponents components;
  private final Move move;
  private final Expectation expected;

  SmtpAction(String name, SmtpComponents components, Move move, Expectation expected, Action next) {
    super(name, components.core(), next);
    this.components = components;
    this.move = move;
    this.expected = expected;
  }

  @Override
  void perform(Session session) {
    if (move instanceof Move.Connect) {
      connect(session);
      return;
    }
    Optional<Conversation> conversation = SmtpComponents.conversation(session);
    if (conversation.isEmpty()) {
      crash(session, "there is no connection: connect() has to come first");
    } else if (move instanceof Move.StartTls) {
      startTls(session, conversation.get());
    } else if (move instanceof Move.Lines lines) {
      lines(session, conversation.get(), lines.lines());
    } else if (move instanceof Move.Content content) {
      content(session, conversation.get(), content);
    } else if (move instanceof Move.Runaway runaway) {
      runAway(session, conversation.get(), runaway.line());
    }
  }

  private void connect(Session session) {
    long start = System.nanoTime();
    long startMillis = now();
    var opened = new Dialling();
    Consumer<Outcome> greeted =
        outcome -> {
          tell(session, Step.BANNER, "", outcome, opened.connectedAt());
          done(SmtpComponents.with(session, opened.conversation()), outcome, startMillis);
        };
    opened.dial(
        components.protocol(),
        session.eventLoop(),
        session.userId(),
        outcome -> {
          tell(session, Step.CONNECT, "", outcome, start);
          if (!outcome.isReply()) {
            done(session, outcome, startMillis);
          }
        },
        greeted);
  }

  private void startTls(Session session, Conversation conversation) {
    long start = System.nanoTime();
    long startMillis = now();
    Consumer<Outcome> finish =
        outcome -> {
          tell(session, Step.TLS, "STARTTLS", outcome, start);
          done(session, outcome, startMillis);
        };
    conversation.ask(
        octets("STARTTLS"),
        List.of(
            outcome -> {
              if (outcome.code() == 220) {
                conversation.secure(finish);
              } else {
                finish.accept(outcome);
              }
            }));
  }

  private void lines(Session session, Conversation conversation, List<Move.Line> lines) {
    long startMillis = now();
    var written = new StringBuilder();
    var listeners = new ArrayList<Consumer<Outcome>>();
    var worst = new Worst(lines.size());
    long start = System.nanoTime();
    for (Move.Line line : lines) {
      Validation<String> text = line.text().apply(session);
      Option<String> valid = text.toOption();
      if (valid.isEmpty()) {
        crash(session, "an attribute is missing for " + line.step());
        return;
      }
      written.append(valid.get()).append("\r\n");
      listeners.add(
          outcome -> {
            tell(session, line.step(), valid.get(), outcome, start);
            if (worst.add(outcome)) {
              done(session, worst.outcome(), startMillis);
            }
          });
    }
    conversation.ask(written.toString().getBytes(StandardCharsets.ISO_8859_1), listeners);
  }

  /** The first outcome that is not as expected, or else the last one. */
  private final class Worst {
    private int missing;
    private Outcome outcome = Outcome.WRITTEN;
    private boolean isWrong;

    Worst(int missing) {
      this.missing = missing;
    }

    /** Whether that was the last one. */
    boolean add(Outcome next) {
      if (!isWrong) {
        outcome = next;
        isWrong = !expected.isMetBy(next);
      }
      return --missing == 0;
    }

    Outcome outcome() {
      return outcome;
    }
  }

  private void content(Session session, Conversation conversation, Move.Content content) {
    Option<String> text = content.content().apply(session).toOption();
    if (text.isEmpty()) {
      crash(session, "an attribute is missing for the content");
      return;
    }
    long start = System.nanoTime();
    long startMillis = now();
    byte[] lines = text.get().getBytes(StandardCharsets.ISO_8859_1);
    byte[] octets = java.util.Arrays.copyOf(lines, lines.length + DOT.length);
    System.arraycopy(DOT, 0, octets, lines.length, DOT.length);
    conversation.ask(
        octets,
        List.of(
            outcome -> {
              tell(session, Step.CONTENT, text.get(), outcome, start);
              done(session, outcome, startMillis);
            }));
  }

  private void runAway(Session session, Conversation conversation, Move.Line line) {
    Option<String> text = line.text().apply(session).toOption();
    if (text.isEmpty()) {
      crash(session, "an attribute is missing for " + line.step());
      return;
    }
    long start = System.nanoTime();
    conversation.writeAndReset(octets(text.get()));
    tell(session, line.step(), text.get(), Outcome.WRITTEN, start);
    proceed(session);
  }

  private void tell(Session session, Step step, String line, Outcome outcome, long start) {
    components
        .protocol()
        .listener()
        .happened(
            new Happened(
                session.scenario(),
                session.userId(),
                step,
                line,
                outcome,
                start,
                System.nanoTime()));
  }

  private void done(Session session, Outcome outcome, long startMillis) {
    boolean isMet = expected.isMetBy(outcome);
    if (!expected.isSilent()) {
      Status status = isMet ? OK$.MODULE$ : KO$.MODULE$;
      core()
          .statsEngine()
          .logResponse(
              session.scenario(),
              session.groups(),
              name(),
              startMillis,
              now(),
              status,
              Option.apply(outcome.key()),
              isMet ? Option.empty() : Option.apply("unexpected " + outcome.key()));
    }
    proceed(isMet ? session : session.markAsFailed());
  }

  private long now() {
    return core().clock().nowMillis();
  }

  private static byte[] octets(String line) {
    return (line + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }
}
