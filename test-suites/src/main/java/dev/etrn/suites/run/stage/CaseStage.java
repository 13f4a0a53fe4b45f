package dev.etrn.suites.run.stage;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.targets.RunningTarget;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.FactKey;
import dev.etrn.suites.transcript.Facts;
import dev.etrn.suites.transcript.RunToken;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.Recorder;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The stage of one case: its connections, its mail, and the transcript of both. */
public final class CaseStage implements Stage, AutoCloseable {

  private final InetSocketAddress address;
  private final TargetProfile profile;
  private final Optional<SinkLane> sink;
  private final ConnectionThrottle throttle;
  private final TargetPace pace;
  private final Recorder recorder = Recorder.start();
  private final List<WireClient> clients = new ArrayList<>();
  private final List<LinkProxy> proxies = new ArrayList<>();
  private final CaseMail mail;

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
    this.address = target.address();
    this.profile = lane.profile();
    this.sink = lane.sink();
    this.throttle = throttle;
    this.pace = pace;
    this.mail = new CaseMail(this, tokenPrefix, target, sink, throttle, pace, run, recorder);
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
    return mail.inject(new Parcel(group, node), count);
  }

  @Override
  public List<String> hold(String group, String node, int count) throws InterruptedException {
    return mail.hold(group, node, count);
  }

  @Override
  public Map<String, String> holdEach(List<Parcel> parcels) throws InterruptedException {
    return mail.holdEach(parcels);
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
