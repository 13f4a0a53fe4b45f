package dev.etrn.server.fault.session;

import static dev.etrn.server.fault.Harm.GRAVE;
import static dev.etrn.server.fault.Harm.PLAIN;

import dev.etrn.server.fault.FaultDescription;
import dev.etrn.server.fault.Harm;
import dev.etrn.server.wire.SmtpReply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** The faults in how commands of one segment are answered. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum GroupFault implements WireFault {
  ANSWERS_ETRN_LAST(
      PLAIN,
      "answers an ETRN after the next command in the same segment",
      AnswersEtrnLast::new,
      "PIPE-002",
      "PIPE-003",
      "PIPE-007",
      "SMTP-046"),
  HOLDS_LAST_REPLY_BACK(
      GRAVE,
      "keeps its reply to an ETRN that ends a group until another command comes",
      () -> new HoldsBack(false),
      "PIPE-004",
      "SMTP-046"),
  ANSWERS_ETRN_WITH_THE_NEXT_COMMAND(
      GRAVE,
      "keeps its reply to an ETRN until another command comes",
      () -> new HoldsBack(true),
      "ETRN-058",
      "PIPE-004",
      "SMTP-046"),
  ANSWERS_GROUPS_BACKWARDS(
      GRAVE,
      "answers the commands of one segment in the reverse order",
      AnswersBackwards::new,
      "PIPE-002",
      "PIPE-003",
      "PIPE-006",
      "PIPE-007",
      "SMTP-046"),
  ANSWERS_HALF_OF_A_LARGE_GROUP(
      GRAVE,
      "answers every other ETRN of a segment beyond the first twenty",
      AnswersHalf::new,
      "ETRN-058",
      "PIPE-002",
      "PIPE-003",
      "SMTP-046"),
  PUNISHES_COMMANDS_BEHIND_ETRN(
      PLAIN,
      "answers 554 and hangs up when a command follows ETRN in the same segment",
      Punishes::new,
      "PIPE-008",
      "PIPE-009",
      "PIPE-002",
      "PIPE-003",
      "PIPE-007",
      "SMTP-028");

  private final FaultDescription<Supplier<SessionInterceptor>> described;

  GroupFault(
      Harm harm, String sentence, Supplier<SessionInterceptor> interceptor, String... breaks) {
    this.described = FaultDescription.of(harm, sentence, interceptor, breaks);
  }

  @Override
  public FaultDescription<Supplier<SessionInterceptor>> described() {
    return described;
  }

  /** An interceptor that knows whether a line begins and whether it ends a segment. */
  private abstract static class InSegments implements SessionInterceptor {
    private boolean wasLast = true;
    boolean isFirst;
    boolean isLast;

    @Override
    public Framing framing(CharSequence line, boolean isLastOfSegment) {
      if (line.length() == 1) {
        isFirst = wasLast;
      }
      wasLast = isLastOfSegment;
      isLast = isLastOfSegment;
      return SessionInterceptor.super.framing(line, isLastOfSegment);
    }
  }

  private static final class AnswersEtrnLast extends InSegments {
    private final List<SmtpReply> held = new ArrayList<>();

    @Override
    public void reply(String line, SmtpReply reply, Wire wire) {
      if (ReplyFault.verb(line).equals("ETRN") && !isLast) {
        held.add(reply);
      } else {
        wire.send(reply);
        held.forEach(wire::send);
        held.clear();
      }
    }
  }

  private static final class AnswersBackwards extends InSegments {
    private final Deque<SmtpReply> held = new ArrayDeque<>();

    @Override
    public void reply(String line, SmtpReply reply, Wire wire) {
      held.push(reply);
      if (line.isEmpty() || isLast) {
        held.forEach(wire::send);
        held.clear();
      }
    }
  }

  private static final class AnswersHalf extends InSegments {
    private static final int FEW = 20;
    private int inSegment;

    @Override
    public void reply(String line, SmtpReply reply, Wire wire) {
      inSegment = isFirst ? 0 : inSegment + 1;
      boolean isEtrn = ReplyFault.verb(line).equals("ETRN");
      if (!isEtrn || inSegment < FEW || inSegment % 2 == 0) {
        wire.send(reply);
      }
    }
  }

  private static final class Punishes extends InSegments {
    private boolean isOver;

    @Override
    public void line(String line, Wire wire) {
      if (!isOver) {
        wire.pass(line);
      }
    }

    @Override
    public void reply(String line, SmtpReply reply, Wire wire) {
      isOver = ReplyFault.verb(line).equals("ETRN") && !isLast;
      wire.send(isOver ? SmtpReply.of(554, "5.5.0", "commands came too early") : reply);
      if (isOver) {
        wire.hangUp();
      }
    }
  }

  private static final class HoldsBack extends InSegments {
    private final List<SmtpReply> held = new ArrayList<>();
    private final boolean isAlways;

    /**
     * @param isAlways true to hold the reply also when the ETRN is alone in its segment
     */
    HoldsBack(boolean isAlways) {
      this.isAlways = isAlways;
    }

    @Override
    public void line(String line, Wire wire) {
      held.forEach(wire::send);
      held.clear();
      wire.pass(line);
    }

    @Override
    public void reply(String line, SmtpReply reply, Wire wire) {
      if (ReplyFault.verb(line).equals("ETRN") && (isAlways || (isLast && !isFirst))) {
        held.add(reply);
      } else {
        wire.send(reply);
      }
    }
  }
}
