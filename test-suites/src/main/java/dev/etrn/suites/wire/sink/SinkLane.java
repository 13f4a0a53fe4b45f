package dev.etrn.suites.wire.sink;

import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.wire.link.LinkCondition;
import dev.etrn.suites.wire.link.LinkProxy;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The sink as it is for mail of some domains: how their deliveries are treated, and how the network
 * before it is. Mail of other domains on the same sink is treated apart.
 */
public final class SinkLane {

  private final Sink sink;
  private final List<String> domains;
  private int refused;
  private volatile SinkPlan plan = new SinkPlan.AcceptAll();
  private volatile LinkProxy cable;

  /**
   * @param domains which, with those below them; empty for all mail
   */
  SinkLane(Sink sink, Collection<String> domains) {
    this.sink = sink;
    this.domains = domains.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    this.cable = new LinkProxy(new LinkCondition.Sound(), this::concerns);
  }

  /** Whether it is for all mail. */
  public boolean isWhole() {
    return domains.isEmpty();
  }

  /** Whether mail for this recipient is its own. */
  boolean isFor(String recipient) {
    String domain = recipient.substring(recipient.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return isWhole()
        || domains.stream().anyMatch(own -> domain.equals(own) || domain.endsWith("." + own));
  }

  /** Whether a connection on which this was received concerns it. */
  boolean concerns(String received) {
    return isWhole() || RecipientParser.in(received).stream().anyMatch(this::isFor);
  }

  /** How deliveries of connections that come from now on are treated. */
  public void plan(SinkPlan other) {
    this.plan = other;
  }

  public SinkPlan plan() {
    return plan;
  }

  /**
   * How the network is for connections that come from now on; what an earlier one left silent ends.
   */
  public void link(LinkCondition link) {
    LinkProxy before = cable;
    cable = new LinkProxy(link, this::concerns);
    before.close();
  }

  boolean isReadOnTheWay() {
    return cable.breaking().isPresent() || (!isWhole() && !cable.isSound());
  }

  LinkProxy cable() {
    return cable;
  }

  /**
   * Waits until the network broke under a connection, if its {@link LinkCondition} says that it
   * does.
   *
   * @return the sink's end of that connection, such as {@code S3}; empty when none broke in time
   */
  public Optional<String> awaitBroken(Duration atMost) throws InterruptedException {
    return cable.awaitBroken(atMost);
  }

  /** {@link Sink#since}, of the connections that concern it. */
  public List<Event> since(long nanoTime) {
    return sink.since(nanoTime, this);
  }

  /** Those of its connections, in {@link Sink#since}, that carried mail of others too. */
  public List<String> sharedSince(long nanoTime) {
    return sink.sharedSince(nanoTime, this);
  }

  /** Forgets what connections that concern it, and are closed by now, did. */
  public void forgetClosed() {
    sink.forgetClosed(this);
  }

  /** Waits until messages with all these tokens were taken; says whether they were in time. */
  public boolean await(Collection<String> tokens, Duration atMost) throws InterruptedException {
    return sink.await(tokens, atMost);
  }

  /** Whether the message with this token was taken. */
  public boolean has(String token) {
    return sink.has(token);
  }

  /** How many of its recipients were refused by now. */
  public synchronized int refused() {
    return refused;
  }

  synchronized void refused(int count) {
    refused += count;
    notifyAll();
  }

  /** Waits until so many of its recipients were refused; says whether they were in time. */
  public synchronized boolean awaitRefused(int count, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (refused < count) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }
}
