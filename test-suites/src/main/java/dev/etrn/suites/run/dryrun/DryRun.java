package dev.etrn.suites.run.dryrun;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.Stage;
import dev.etrn.suites.catalogue.Need;
import dev.etrn.suites.run.stage.CaseStage;
import dev.etrn.suites.run.stage.ProfileFacts;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.transcript.End;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.FactKey;
import dev.etrn.suites.transcript.Facts;
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
 * The stage of a dry run: it plays the script of a case without any server, to show what it would
 * send.
 *
 * <p>The script is the real one; the replies are assumed to be those of a server that offers ETRN,
 * takes all mail and starts every queue. A script that depends on a reply may send something else
 * to a server that answers differently. Times only show the order.
 */
public final class DryRun implements Stage {

  private final TargetProfile profile;
  private final String tokenPrefix;
  private final AssumedReply assumedReply;
  private final Recorder recorder = Recorder.start(new AtomicLong()::incrementAndGet);
  private int clients;
  private int tokens;

  private DryRun(TargetProfile profile, String tokenPrefix, AssumedReply assumedReply) {
    this.profile = profile;
    this.tokenPrefix = tokenPrefix;
    this.assumedReply = assumedReply;
  }

  /**
   * Returns the events of {@code testCase} in the first round of a run with this seed.
   *
   * @return events without those of a server; only that fact if the configuration rules the case
   *     out
   */
  public static Transcript of(Case testCase, TargetProfile profile, long seed)
      throws InterruptedException {
    var stage = new DryRun(profile, CaseStage.tokenPrefix(testCase, seed, 1), AssumedReply.NOTHING);
    return stage.played(testCase);
  }

  /**
   * Returns a transcript that a judge can read: with the replies of a server, which answers every
   * ETRN with {@code assumedReply}. No mail ever comes in it.
   */
  static Transcript supposing(Case testCase, TargetProfile profile, AssumedReply assumedReply)
      throws InterruptedException {
    var stage = new DryRun(profile, CaseStage.tokenPrefix(testCase, 1, 1), assumedReply);
    ProfileFacts.of(profile).forEach(stage.recorder::record);
    return stage.played(testCase);
  }

  private Transcript played(Case testCase) throws InterruptedException {
    Optional<Need> lacking = profile.lacking(testCase.info().needs());
    if (lacking.isPresent()) {
      fact(Facts.LACKS, lacking.get().key());
    } else {
      testCase.script().play(this);
    }
    return recorder.transcript(testCase.info().id());
  }

  /**
   * Returns the key of etrn.yaml whose absence keeps the case of this transcript from being played.
   */
  public static Optional<String> lacking(Transcript transcript) {
    return transcript.fact(Facts.LACKS);
  }

  @Override
  public TargetProfile profile() {
    return profile;
  }

  @Override
  public WireClient open() {
    return new DryRunClient(
        new End(End.Side.CLIENT, ++clients), profile.client(), recorder, assumedReply);
  }

  @Override
  public WireClient open(LinkCondition link) {
    fact(Facts.LINK, link.words());
    return open();
  }

  @Override
  public List<String> inject(String group, String node, int count) {
    List<String> acceptedTokens =
        IntStream.range(0, count).mapToObj(i -> tokenPrefix + "-" + ++tokens).toList();
    for (String token : acceptedTokens) {
      recorder.record(
          nanos -> new Event.Injected(nanos, group, token, "inbox@" + node, Octets.of("")));
    }
    return acceptedTokens;
  }

  @Override
  public List<String> hold(String group, String node, int count) {
    List<String> heldTokens = inject(group, node, count);
    watch(profile.quiet());
    return heldTokens;
  }

  @Override
  public Map<String, String> holdEach(List<Parcel> parcels) {
    var heldTokens = new LinkedHashMap<String, String>();
    parcels.forEach(p -> heldTokens.put(p.group(), inject(p.group(), p.node(), 1).get(0)));
    watch(profile.quiet());
    return heldTokens;
  }

  @Override
  public void sink(SinkPlan plan) {
    fact(Facts.SINK, plan.toString());
  }

  @Override
  public void link(LinkCondition link) {
    fact(Facts.LINK, link.words());
  }

  @Override
  public boolean awaitBreak(Duration atMost) {
    fact(Facts.WAITS, "at most " + atMost.toMillis() + " ms for the network to break");
    return true;
  }

  @Override
  public boolean awaitMail(List<String> tokens, Duration atMost) {
    fact(
        Facts.WAITS,
        "at most "
            + atMost.toMillis()
            + " ms for "
            + tokens.size()
            + (tokens.size() == 1 ? " message" : " messages"));
    return true;
  }

  @Override
  public void watch(Duration time) {
    fact(Facts.WAITS, time.toMillis() + " ms");
  }

  @Override
  public <T> void fact(FactKey<T> key, T value) {
    recorder.record(key.of(value));
  }
}
