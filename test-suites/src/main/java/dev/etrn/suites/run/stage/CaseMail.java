package dev.etrn.suites.run.stage;

import dev.etrn.suites.cases.Stage.Parcel;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.profile.HoldMethod;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.RunToken;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.client.MailSubmitter;
import dev.etrn.suites.wire.sink.SinkLane;
import dev.etrn.suites.wire.sink.SinkPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The mail that a case submits to the target, for the target to hold until ETRN asks for it. */
final class CaseMail {

  private static final int HOLD_ROUNDS = 3;
  private static final int AWAY = 450;

  private final CaseStage stage;
  private final String tokenPrefix;
  private final RunningTarget target;
  private final Optional<SinkLane> sink;
  private final ConnectionThrottle throttle;
  private final TargetPace pace;
  private final RunToken run;
  private final Recorder recorder;
  private int tokens;

  CaseMail(
      CaseStage stage,
      String tokenPrefix,
      RunningTarget target,
      Optional<SinkLane> sink,
      ConnectionThrottle throttle,
      TargetPace pace,
      RunToken run,
      Recorder recorder) {
    this.stage = stage;
    this.tokenPrefix = tokenPrefix;
    this.target = target;
    this.sink = sink;
    this.throttle = throttle;
    this.pace = pace;
    this.run = run;
    this.recorder = recorder;
  }

  /** Submits messages; returns the tokens of those that the target accepted. */
  List<String> inject(Parcel parcel, int count) throws InterruptedException {
    // The token of the run distinguishes them from an earlier run with the same seed.
    List<String> messageTokens =
        IntStream.range(0, count)
            .mapToObj(i -> tokenPrefix + "-" + ++tokens + "." + run.text())
            .toList();
    return stage.profile().release().holding() == HoldMethod.REFUSED && sink.isPresent()
        ? refusedAtFirst(sink.get(), () -> admitted(parcel, messageTokens))
        : admitted(parcel, messageTokens);
  }

  /** Submits messages, and submits those again later that a connection limit refused. */
  private List<String> admitted(Parcel parcel, List<String> messageTokens) {
    var acceptedTokens = new ArrayList<String>();
    for (int tries = 1; ; tries++) {
      throttle.await();
      List<String> rest = messageTokens.subList(acceptedTokens.size(), messageTokens.size());
      acceptedTokens.addAll(submit(parcel, rest));
      Optional<Event.NotInjected> failed = lastFailure();
      Optional<ConnectionRefusal> refusal = failed.flatMap(ConnectionRefusal::of);
      if (acceptedTokens.size() == messageTokens.size()
          || refusal.isEmpty()
          || !throttle.triesAgain(refusal.get(), tries)) {
        return acceptedTokens;
      }
      recorder.forget(event -> event.equals(failed.get()));
      stage.fact(Facts.TURNED_AWAY, refusal.get().reason());
    }
  }

  private Optional<Event.NotInjected> lastFailure() {
    return recorder.transcript("").all(Event.NotInjected.class).reduce((first, last) -> last);
  }

  private List<String> recipients(Parcel parcel) {
    return parcel.labels().isEmpty()
        ? List.of(run.recipient(parcel.node()))
        : parcel.labels().stream().map(label -> run.recipient(parcel.node(), label)).toList();
  }

  private List<String> submit(Parcel parcel, List<String> messageTokens) {
    return new MailSubmitter(
            target.address(), SubmissionSecurity.settings(stage.profile()), recorder)
        .inject(parcel.group(), recipients(parcel), parcel.form(), messageTokens);
  }

  /** Submits mail while the exchanger refuses it, so that the target keeps it for later. */
  private List<String> refusedAtFirst(SinkLane exchanger, Supplier<List<String>> submission)
      throws InterruptedException {
    SinkPlan previous = exchanger.plan();
    exchanger.plan(new SinkPlan.RefuseRecipients(AWAY));
    try {
      int refusedBefore = exchanger.refused();
      List<String> acceptedTokens = submission.get();
      exchanger.awaitRefused(
          refusedBefore + acceptedTokens.size(), pace.atMost(stage.profile().within()));
      return acceptedTokens;
    } finally {
      exchanger.plan(previous);
    }
  }

  List<String> hold(String group, String node, int count) throws InterruptedException {
    var heldTokens = new ArrayList<String>();
    for (int round = 0; round < HOLD_ROUNDS && heldTokens.size() < count; round++) {
      heldTokens.addAll(inject(new Parcel(group, node), count - heldTokens.size()));
      dropMoved(heldTokens);
    }
    return heldTokens;
  }

  Map<String, String> holdEach(List<Parcel> parcels) throws InterruptedException {
    var heldTokens = new LinkedHashMap<String, String>();
    for (int round = 0; round < HOLD_ROUNDS && heldTokens.size() < parcels.size(); round++) {
      for (Parcel parcel : parcels) {
        if (!heldTokens.containsKey(parcel.group())) {
          inject(parcel, 1).forEach(token -> heldTokens.put(parcel.group(), token));
        }
      }
      dropMoved(heldTokens.values());
    }
    return heldTokens;
  }

  /** Watches for a while, and drops the tokens of messages that came meanwhile. */
  private void dropMoved(Collection<String> heldTokens) throws InterruptedException {
    HoldWindow window = pace.holdWindow();
    Duration time = window.of(stage.profile().quiet());
    if (time.compareTo(stage.profile().quiet()) < 0) {
      stage.fact(Facts.HOLD_BRIEF, time);
    }
    stage.watch(time);
    window.ended(!heldTokens.removeIf(token -> sink.filter(s -> s.has(token)).isPresent()));
  }
}
