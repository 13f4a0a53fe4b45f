package dev.etrn.server.fault;

import dev.etrn.server.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Faults in how commands of one segment are answered. */
@SuppressWarnings("ImmutableEnumChecker") // Functions without state.
public enum GroupFault implements WireFault {
  ANSWERS_ETRN_LAST(
      "answers an ETRN after the command behind it in the same segment",
      AnswersEtrnLast::new,
      "PIPE-002",
      "PIPE-003",
      "PIPE-007"),
  HOLDS_LAST_REPLY_BACK(
      "keeps its reply to an ETRN that ends a group until another command comes",
      HoldsBack::new,
      "PIPE-004"),
  PUNISHES_COMMANDS_BEHIND_ETRN(
      "answers 554 and hangs up when a command follows ETRN in the same segment",
      Punishes::new,
      "PIPE-008",
      "PIPE-009",
      "PIPE-002",
      "PIPE-003",
      "PIPE-007");

  private final Described<Supplier<Meddling>> described;

  GroupFault(String sentence, Supplier<Meddling> meddling, String... breaks) {
    this.described = Described.of(sentence, meddling, breaks);
  }

  @Override
  public Described<Supplier<Meddling>> described() {
    return described;
  }

  /** Knows of each line whether it begins and whether it ends a segment. */
  private abstract static class InSegments implements Meddling {
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
      return Meddling.super.framing(line, isLastOfSegment);
    }
  }

  private static final class AnswersEtrnLast extends InSegments {
    private final List<Reply> held = new ArrayList<>();

    @Override
    public void reply(String line, Reply reply, Wire wire) {
      if (ReplyFault.verb(line).equals("ETRN") && !isLast) {
        held.add(reply);
      } else {
        wire.send(reply);
        held.forEach(wire::send);
        held.clear();
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
    public void reply(String line, Reply reply, Wire wire) {
      isOver = ReplyFault.verb(line).equals("ETRN") && !isLast;
      wire.send(isOver ? Reply.of(554, "5.5.0", "commands came too early") : reply);
      if (isOver) {
        wire.hangUp();
      }
    }
  }

  private static final class HoldsBack extends InSegments {
    private final List<Reply> held = new ArrayList<>();

    @Override
    public void line(String line, Wire wire) {
      held.forEach(wire::send);
      held.clear();
      wire.pass(line);
    }

    @Override
    public void reply(String line, Reply reply, Wire wire) {
      if (ReplyFault.verb(line).equals("ETRN") && isLast && !isFirst) {
        held.add(reply);
      } else {
        wire.send(reply);
      }
    }
  }
}
