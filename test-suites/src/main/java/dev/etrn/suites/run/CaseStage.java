package dev.etrn.suites.run;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.catalogue.Need;
import dev.etrn.suites.judge.RetryJudge;
import dev.etrn.suites.target.Holding;
import dev.etrn.suites.target.RunningTarget;
import dev.etrn.suites.target.TargetProfile;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.Cable;
import dev.etrn.suites.wire.ConnectionRate;
import dev.etrn.suites.wire.Injector;
import dev.etrn.suites.wire.Link;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.Sink;
import dev.etrn.suites.wire.SinkPlan;
import dev.etrn.suites.wire.SocketClient;
import dev.etrn.suites.wire.WireClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** The stage of one case: its connections, its mail, and the transcript of both. */
final class CaseStage implements Stage, AutoCloseable {

  private static final int HOLD_ROUNDS = 3;
  private static final int AWAY = 450;

  private final String tokenPrefix;
  private final InetSocketAddress address;
  private final TargetProfile profile;
  private final Holding holding;
  private final Optional<Sink> sink;
  private final ConnectionRate rate;
  private final Recorder recorder = Recorder.start();
  private final List<WireClient> clients = new ArrayList<>();
  private final List<Cable> cables = new ArrayList<>();
  private int tokens;

  /**
   * @param tokenPrefix makes the tokens of this case's messages unlike all others
   * @param sink of the run; empty when the case does not watch mail
   * @param rate of the run
   */
  CaseStage(String tokenPrefix, RunningTarget target, Optional<Sink> sink, ConnectionRate rate) {
    this.tokenPrefix = tokenPrefix;
    this.address = target.address();
    this.profile = target.profile();
    this.holding = profile.release().holding();
    this.sink = sink;
    this.rate = rate;
    ProfileFacts.of(profile).forEach(this::fact);
  }

  /** What begins the tokens of a case's messages, and no others. */
  static String tokenPrefix(Case one, long seed, int round) {
    String prefix = Long.toHexString(seed) + "." + one.info().id();
    return round == 1 ? prefix : prefix + ".r" + round;
  }

  /** The first need of a case that the target's configuration does not satisfy. */
  static Optional<Need> lacking(Case one, TargetProfile profile) {
    return one.info().needs().stream()
        .filter(need -> !profile.satisfies(need))
        .min(Comparator.naturalOrder());
  }

  @Override
  public TargetProfile profile() {
    return profile;
  }

  @Override
  public WireClient open() {
    return open(address);
  }

  @Override
  public WireClient open(Link link) {
    var cable = new Cable(link);
    cables.add(cable);
    try {
      return open(cable.leadTo(address));
    } catch (IOException e) {
      throw new UncheckedIOException("this host has no port to listen on", e);
    }
  }

  private WireClient open(InetSocketAddress at) {
    rate.await();
    var client = SocketClient.connect(at, clients.size() + 1, recorder, profile.clientSettings());
    clients.add(client);
    return client;
  }

  @Override
  public List<String> inject(String group, String node, int count) throws InterruptedException {
    List<String> wanted =
        IntStream.range(0, count).mapToObj(i -> tokenPrefix + "-" + ++tokens).toList();
    rate.await();
    return holding == Holding.REFUSED && sink.isPresent()
        ? refused(sink.get(), () -> handOver(group, node, wanted))
        : handOver(group, node, wanted);
  }

  private List<String> handOver(String group, String node, List<String> wanted) {
    return new Injector(address, Submission.settings(profile), recorder)
        .inject(group, node, wanted);
  }

  /** The exchanger is away while mail comes in, so that the target keeps it for later. */
  private List<String> refused(Sink exchanger, Supplier<List<String>> handingOver)
      throws InterruptedException {
    SinkPlan after = exchanger.plan();
    exchanger.plan(new SinkPlan.RefuseRecipients(AWAY));
    try {
      int before = exchanger.refused();
      List<String> taken = handingOver.get();
      exchanger.awaitRefused(before + taken.size(), profile.within());
      return taken;
    } finally {
      exchanger.plan(after);
    }
  }

  @Override
  public List<String> hold(String group, String node, int count) throws InterruptedException {
    var held = new ArrayList<String>();
    for (int round = 0; round < HOLD_ROUNDS && held.size() < count; round++) {
      held.addAll(inject(group, node, count - held.size()));
      watch(profile.quiet());
      held.removeIf(token -> sink.filter(s -> s.has(token)).isPresent());
    }
    return held;
  }

  @Override
  public Map<String, String> holdEach(List<Parcel> parcels) throws InterruptedException {
    var held = new LinkedHashMap<String, String>();
    for (int round = 0; round < HOLD_ROUNDS && held.size() < parcels.size(); round++) {
      for (Parcel parcel : parcels) {
        if (!held.containsKey(parcel.group())) {
          inject(parcel.group(), parcel.node(), 1)
              .forEach(token -> held.put(parcel.group(), token));
        }
      }
      watch(profile.quiet());
      held.values().removeIf(token -> sink.filter(s -> s.has(token)).isPresent());
    }
    return held;
  }

  @Override
  public void sink(SinkPlan plan) {
    sink.ifPresent(s -> s.plan(plan));
  }

  @Override
  public void link(Link link) {
    fact("link", link.words());
    sink.ifPresent(s -> s.link(link));
  }

  @Override
  public boolean awaitBreak(Duration atMost) throws InterruptedException {
    Optional<String> broken = sink.isPresent() ? sink.get().awaitBroken(atMost) : Optional.empty();
    broken.ifPresent(end -> fact(RetryJudge.BROKEN, end));
    return broken.isPresent();
  }

  @Override
  public void awaitMail(List<String> wanted, Duration atMost) throws InterruptedException {
    if (sink.isPresent()) {
      sink.get().await(wanted, atMost);
    }
  }

  @Override
  public void watch(Duration time) throws InterruptedException {
    // Nothing counts this down: the time itself is what is wanted.
    boolean early = new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
    fact("watched", early ? "interrupted" : time.toMillis() + " ms");
  }

  @Override
  public void fact(String name, String value) {
    recorder.record(nanos -> new Event.Fact(nanos, name, value));
  }

  /** Ends every connection of the case. */
  @Override
  public void close() {
    clients.forEach(WireClient::close);
    cables.forEach(Cable::close);
    sink.ifPresent(s -> s.link(new Link.Sound()));
    sink(new SinkPlan.AcceptAll());
  }

  /** All that both ends saw. */
  Transcript transcript(String caseId) {
    sink.ifPresent(s -> recorder.join(s.since(recorder.startNanos())));
    return recorder.transcript(caseId);
  }
}
