package dev.etrn.suites.run.dryrun;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.catalogue.Need;
import dev.etrn.suites.run.evaluation.CaseJudge;
import dev.etrn.suites.run.stage.CaseStage;
import dev.etrn.suites.run.stage.ProfileFacts;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Octets;
import dev.etrn.suites.transcript.Transcript;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.client.WireClient;
import dev.etrn.suites.wire.link.LinkCondition;
import dev.etrn.suites.wire.sink.SinkPlan;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Plays the script of a case without any server, to show what it would send.
 *
 * <p>The script is the real one, and its replies are assumed: those of a server that offers ETRN,
 * takes all mail and starts every queue. What a script makes dependent on a reply may differ from
 * what it would send to a server that answers otherwise. Times mean nothing but an order.
 */
public final class DryRun implements Stage {

  /** The fact that the script waits for mail, or for none, this long. */
  public static final String WAITS = "waits";

  /** The fact that the script changes how the network is. */
  public static final String LINK = "link";

  /** The fact that the script changes how mail is taken. */
  public static final String SINK = "sink";

  private final TargetProfile profile;
  private final String tokenPrefix;
  private final AssumedReply supposed;
  private final Recorder recorder = Recorder.start(new AtomicLong()::incrementAndGet);
  private int clients;
  private int tokens;

  private DryRun(TargetProfile profile, String tokenPrefix, AssumedReply supposed) {
    this.profile = profile;
    this.tokenPrefix = tokenPrefix;
    this.supposed = supposed;
  }

  /**
   * What {@code one} would do in the first round of a run with this seed.
   *
   * @return events without a server's; when the configuration rules the case out, none but that
   *     fact
   */
  public static Transcript of(Case one, TargetProfile profile, long seed)
      throws InterruptedException {
    var stage = new DryRun(profile, CaseStage.tokenPrefix(one, seed, 1), AssumedReply.NOTHING);
    return stage.played(one);
  }

  /**
   * The same with replies as a server's, every ETRN being answered as {@code supposed} says; what a
   * judge can read. No mail ever comes in it.
   */
  static Transcript supposing(Case one, TargetProfile profile, AssumedReply supposed)
      throws InterruptedException {
    var stage = new DryRun(profile, CaseStage.tokenPrefix(one, 1, 1), supposed);
    ProfileFacts.of(profile).forEach(stage::fact);
    return stage.played(one);
  }

  private Transcript played(Case one) throws InterruptedException {
    Optional<Need> lacking = profile.lacking(one.info().needs());
    if (lacking.isPresent()) {
      fact(CaseJudge.LACKS, lacking.get().key());
    } else {
      one.script().play(this);
    }
    return recorder.transcript(one.info().id());
  }

  /** The key of etrn.yaml for want of which the case of this transcript is not played. */
  public static Optional<String> lacking(Transcript transcript) {
    return transcript.fact(CaseJudge.LACKS);
  }

  @Override
  public TargetProfile profile() {
    return profile;
  }

  @Override
  public WireClient open() {
    return new DryRunClient(
        new End(End.Side.CLIENT, ++clients), profile.client(), recorder, supposed);
  }

  @Override
  public WireClient open(LinkCondition link) {
    fact(LINK, link.words());
    return open();
  }

  @Override
  public List<String> inject(String group, String node, int count) {
    List<String> taken =
        IntStream.range(0, count).mapToObj(i -> tokenPrefix + "-" + ++tokens).toList();
    for (String token : taken) {
      recorder.record(
          nanos -> new Event.Injected(nanos, group, token, "inbox@" + node, Octets.of("")));
    }
    return taken;
  }

  @Override
  public List<String> hold(String group, String node, int count) {
    List<String> held = inject(group, node, count);
    watch(profile.quiet());
    return held;
  }

  @Override
  public Map<String, String> holdEach(List<Parcel> parcels) {
    var held = new LinkedHashMap<String, String>();
    parcels.forEach(p -> held.put(p.group(), inject(p.group(), p.node(), 1).get(0)));
    watch(profile.quiet());
    return held;
  }

  @Override
  public void sink(SinkPlan plan) {
    fact(SINK, plan.toString());
  }

  @Override
  public void link(LinkCondition link) {
    fact(LINK, link.words());
  }

  @Override
  public boolean awaitBreak(Duration atMost) {
    fact(WAITS, "at most " + atMost.toMillis() + " ms for the network to break");
    return true;
  }

  @Override
  public boolean awaitMail(List<String> wanted, Duration atMost) {
    fact(
        WAITS,
        "at most "
            + atMost.toMillis()
            + " ms for "
            + wanted.size()
            + (wanted.size() == 1 ? " message" : " messages"));
    return true;
  }

  @Override
  public void watch(Duration time) {
    fact(WAITS, time.toMillis() + " ms");
  }

  @Override
  public void fact(String name, String value) {
    recorder.record(nanos -> new Event.Fact(nanos, name, value));
  }
}
