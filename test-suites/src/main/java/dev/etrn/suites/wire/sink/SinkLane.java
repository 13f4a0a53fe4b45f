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
 * The part of the sink for mail of some domains, with its own plan for deliveries and its own
 * network. Mail of other domains on the same sink is treated separately.
 */
public final class SinkLane {

  private final Sink sink;
  private final List<String> domains;
  private int refused;
  private volatile SinkPlan plan = new SinkPlan.AcceptAll();
  private volatile LinkProxy proxy;

  /**
   * @param domains the domains, with those below them; empty for all mail
   */
  SinkLane(Sink sink, Collection<String> domains) {
    this.sink = sink;
    this.domains = domains.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    this.proxy = new LinkProxy(new LinkCondition.Sound(), this::concerns);
  }

  /** Returns true if the lane is for all mail. */
  public boolean isWhole() {
    return domains.isEmpty();
  }

  /** Returns true if mail for this recipient belongs to the lane. */
  boolean isFor(String recipient) {
    String domain = recipient.substring(recipient.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    return isWhole()
        || domains.stream().anyMatch(own -> domain.equals(own) || domain.endsWith("." + own));
  }

  /** Returns true if a connection that received these octets carries mail of the lane. */
  boolean concerns(String received) {
    return isWhole() || RecipientParser.in(received).stream().anyMatch(this::isFor);
  }

  /** Sets the plan for later deliveries. */
  public void plan(SinkPlan other) {
    this.plan = other;
  }

  public SinkPlan plan() {
    return plan;
  }

  /** Sets the condition of the network for later connections; ends connections that fell silent. */
  public void link(LinkCondition link) {
    LinkProxy previous = proxy;
    proxy = new LinkProxy(link, this::concerns);
    previous.close();
  }

  boolean isReadOnTheWay() {
    return proxy.breaking().isPresent() || (!isWhole() && !proxy.isSound());
  }

  LinkProxy proxy() {
    return proxy;
  }

  /**
   * Waits until the network broke under a connection, if its {@link LinkCondition} is a break.
   *
   * @return the sink's end of that connection, such as {@code S3}; empty if none broke in time
   */
  public Optional<String> awaitBroken(Duration atMost) throws InterruptedException {
    return proxy.awaitBroken(atMost);
  }

  /** Returns the events of {@link Sink#since} on the connections of this lane. */
  public List<Event> since(long nanoTime) {
    return sink.connections().since(nanoTime, this);
  }

  /** Returns the lane's connections in {@link Sink#since} that carried mail of others too. */
  public List<String> sharedSince(long nanoTime) {
    return sink.connections().sharedSince(nanoTime, this);
  }

  /** Forgets the lane's connections that are closed by now. */
  public void forgetClosed() {
    sink.connections().forgetClosed(this);
  }

  /** Waits until messages with all these tokens were taken; returns true if they were in time. */
  public boolean await(Collection<String> tokens, Duration atMost) throws InterruptedException {
    return sink.await(tokens, atMost);
  }

  /** Returns true if the message with this token was taken. */
  public boolean has(String token) {
    return sink.has(token);
  }

  /** Returns the number of the lane's recipients refused so far. */
  public synchronized int refused() {
    return refused;
  }

  synchronized void refused(int count) {
    refused += count;
    notifyAll();
  }

  /** Waits until {@code count} of its recipients were refused; returns true if that was in time. */
  public synchronized boolean awaitRefused(int count, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (refused < count) {
      long remaining = deadline - System.nanoTime();
      if (remaining <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, remaining);
    }
    return true;
  }
}
