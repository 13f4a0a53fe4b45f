package dev.etrn.suites.run.stage;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.profile.HoldMethod;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.FactKey;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.RunToken;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.client.MailSubmitter;
import dev.etrn.suites.wire.client.SocketClient;
import dev.etrn.suites.wire.client.WireClient;
import dev.etrn.suites.wire.link.LinkCondition;
import dev.etrn.suites.wire.link.LinkProxy;
import dev.etrn.suites.wire.sink.SinkLane;
import dev.etrn.suites.wire.sink.SinkPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The stage of one case: its connections, its mail, and the transcript of both. */
public final class CaseStage implements Stage, AutoCloseable {

  private static final int HOLD_ROUNDS = 3;
  private static final int AWAY = 450;

  private final String tokenPrefix;
  private final InetSocketAddress address;
  private final TargetProfile profile;
  private final HoldMethod holding;
  private final Optional<SinkLane> sink;
  private final ConnectionThrottle throttle;
  private final TargetPace pace;
  private final RunToken run;
  private final Recorder recorder = Recorder.start();
  private final List<WireClient> clients = new ArrayList<>();
  private final List<LinkProxy> proxies = new ArrayList<>();
  private int tokens;

  /**
   * @param tokenPrefix the prefix that makes the tokens of this case's messages unique
   * @param lane the lane whose names the case uses; its sink counts if the case watches mail
   * @param throttle the throttle of the run
   * @param pace the pace of the run
   * @param run the token of the run
   */
  public CaseStage(
      String tokenPrefix,
      RunningTarget target,
      Lane lane,
      ConnectionThrottle throttle,
      TargetPace pace,
      RunToken run) {
    this.tokenPrefix = tokenPrefix;
    this.address = target.address();
    this.profile = lane.profile();
    this.holding = profile.release().holding();
    this.sink = lane.sink();
    this.throttle = throttle;
    this.pace = pace;
    this.run = run;
    fact(Facts.RUN, run);
    ProfileFacts.of(profile).forEach(recorder::record);
  }

  /** Returns the unique prefix of the tokens of a case's messages. */
  public static String tokenPrefix(Case testCase, long seed, int round) {
    String prefix = Long.toHexString(seed) + "." + testCase.info().id();
    return round == 1 ? prefix : prefix + ".r" + round;
  }

  @Override
  public TargetProfile profile() {
    return profile;
  }

  @Override
  public Duration retryTime() {
    return pace.retryTime(profile.within());
  }

  @Override
  public WireClient open() {
    return open(address);
  }

  @Override
  public WireClient connectInTheClear() {
    return admitted(Stage.super::connectInTheClear);
  }

  @Override
  public WireClient ehlo() {
    return admitted(Stage.super::ehlo);
  }

  /**
   * Opens a session, and tries again later if the target refuses it as one too many; the transcript
   * keeps only a fact about such a connection.
   */
  private WireClient admitted(Supplier<WireClient> opening) {
    int clientCount = clients.size();
    for (int tries = 1; ; tries++) {
      WireClient client = opening.get();
      Optional<ConnectionRefusal> refusal =
          ConnectionRefusal.of(recorder.transcript(client.end()), client.end());
      if (refusal.isEmpty()) {
        throttle.admitted();
        return client;
      } else if (!throttle.triesAgain(refusal.get(), tries)) {
        return client;
      }
      forgetFrom(clientCount);
      fact(Facts.TURNED_AWAY, refusal.get().reason());
    }
  }

  private void forgetFrom(int count) {
    while (clients.size() > count) {
      WireClient client = clients.remove(clients.size() - 1);
      client.close();
      recorder.forget(
          event -> event instanceof Event.AtEnd atEnd && atEnd.end().equals(client.end()));
    }
  }

  @Override
  public WireClient open(LinkCondition link) {
    var proxy = new LinkProxy(link);
    proxies.add(proxy);
    try {
      return open(proxy.forwardTo(address));
    } catch (IOException e) {
      throw new UncheckedIOException("this host has no port to listen on", e);
    }
  }

  private WireClient open(InetSocketAddress peer) {
    throttle.await();
    var client =
        SocketClient.connect(peer, clients.size() + 1, recorder, profile.clientSettings())
            .within(new CaseWaitLimit(pace, this));
    clients.add(client);
    return client;
  }

  @Override
  public List<String> inject(String group, String node, int count) throws InterruptedException {
    return inject(new Parcel(group, node), count);
  }

  private List<String> inject(Parcel parcel, int count) throws InterruptedException {
    // The token of the run distinguishes them from an earlier run with the same seed.
    List<String> messageTokens =
        IntStream.range(0, count)
            .mapToObj(i -> tokenPrefix + "-" + ++tokens + "." + run.text())
            .toList();
    return holding == HoldMethod.REFUSED && sink.isPresent()
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
      fact(Facts.TURNED_AWAY, refusal.get().reason());
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
    return new MailSubmitter(address, SubmissionSecurity.settings(profile), recorder)
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
      exchanger.awaitRefused(refusedBefore + acceptedTokens.size(), pace.atMost(profile.within()));
      return acceptedTokens;
    } finally {
      exchanger.plan(previous);
    }
  }

  @Override
  public List<String> hold(String group, String node, int count) throws InterruptedException {
    var heldTokens = new ArrayList<String>();
    for (int round = 0; round < HOLD_ROUNDS && heldTokens.size() < count; round++) {
      heldTokens.addAll(inject(group, node, count - heldTokens.size()));
      dropMoved(heldTokens);
    }
    return heldTokens;
  }

  @Override
  public Map<String, String> holdEach(List<Parcel> parcels) throws InterruptedException {
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
    Duration time = window.of(profile.quiet());
    if (time.compareTo(profile.quiet()) < 0) {
      fact(Facts.HOLD_BRIEF, time);
    }
    watch(time);
    window.ended(!heldTokens.removeIf(token -> sink.filter(s -> s.has(token)).isPresent()));
  }

  @Override
  public void sink(SinkPlan plan) {
    sink.ifPresent(s -> s.plan(plan));
  }

  @Override
  public void link(LinkCondition link) {
    fact(Facts.LINK, link.words());
    sink.ifPresent(s -> s.link(link));
  }

  @Override
  public boolean awaitBreak(Duration atMost) throws InterruptedException {
    Optional<String> broken =
        sink.isPresent() ? sink.get().awaitBroken(pace.atMost(atMost)) : Optional.empty();
    broken.ifPresent(end -> fact(Facts.LINK_BROKEN, End.parse(end)));
    return broken.isPresent();
  }

  @Override
  public boolean awaitMail(List<String> awaitedTokens, Duration atMost)
      throws InterruptedException {
    return sink.isPresent() && sink.get().await(awaitedTokens, pace.atMost(atMost));
  }

  @Override
  public void watch(Duration time) throws InterruptedException {
    // Nothing counts this down: the latch only waits for the time to pass.
    long nanos = pace.atMost(time).toNanos();
    if (!new CountDownLatch(1).await(nanos, TimeUnit.NANOSECONDS)) {
      fact(Facts.WATCHED, time);
    }
  }

  @Override
  public <T> void fact(FactKey<T> key, T value) {
    recorder.record(key.of(value));
  }

  /** Ends every connection of the case. */
  @Override
  public void close() {
    clients.forEach(WireClient::close);
    proxies.forEach(LinkProxy::close);
    sink.ifPresent(s -> s.link(new LinkCondition.Sound()));
    sink(new SinkPlan.AcceptAll());
  }

  private void join(SinkLane lane) {
    recorder.join(lane.since(recorder.startNanos()));
    List<String> shared = lane.sharedSince(recorder.startNanos());
    if (!shared.isEmpty()) {
      fact(Facts.LANE_SHARED, shared);
    }
  }

  /** Returns the transcript of both ends. */
  public Transcript transcript(String caseId) {
    sink.ifPresent(this::join);
    return recorder.transcript(caseId);
  }
}
