package dev.etrn.suites.wire.sink;

import java.io.IOException;
import java.net.Socket;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** The lanes of a sink: one for all mail, and those for mail of some domains. */
final class SinkLanes {

  private final Sink sink;
  private final SinkLane whole;
  private final List<SinkLane> lanes = new CopyOnWriteArrayList<>();

  SinkLanes(Sink sink) {
    this.sink = sink;
    this.whole = new SinkLane(sink, List.of());
  }

  /** Returns the lane for all mail. */
  SinkLane whole() {
    return whole;
  }

  /** Adds a lane for mail of these domains and those below them. */
  SinkLane add(Collection<String> domains) {
    var lane = new SinkLane(sink, domains);
    lanes.add(lane);
    return lane;
  }

  /** Returns the plans for deliveries whose recipients are named now. */
  SinkPlans plans() {
    return new SinkPlans(all().map(lane -> new SinkPlans.Entry(lane::isFor, lane.plan())).toList());
  }

  /**
   * Returns true if a network before the sink must read the octets, so that they must not be
   * encrypted.
   */
  boolean isReadOnTheWay() {
    return all().anyMatch(SinkLane::isReadOnTheWay);
  }

  /** Puts the networks of all lanes behind an accepted connection. */
  Socket behindProxies(Socket accepted, String name) throws IOException {
    Socket proxied = accepted;
    for (SinkLane lane : all().toList()) {
      proxied = lane.proxy().behind(proxied, name);
    }
    return proxied;
  }

  /** Counts refused recipients in their lanes. */
  void refused(List<String> recipients) {
    all().forEach(lane -> lane.refused((int) recipients.stream().filter(lane::isFor).count()));
  }

  void close() {
    all().forEach(lane -> lane.proxy().close());
  }

  /** Returns the lanes of some domains, and then the one for all mail. */
  private Stream<SinkLane> all() {
    return Stream.concat(lanes.stream(), Stream.of(whole));
  }
}
