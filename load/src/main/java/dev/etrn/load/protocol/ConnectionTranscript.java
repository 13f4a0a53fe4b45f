package dev.etrn.load.protocol;

import dev.etrn.load.protocol.TranscriptSampler.Recording;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Event.Closing;
import dev.etrn.suites.transcript.Octets;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;

/** Makes events of what happens on a connection that is of the sample. */
final class ConnectionTranscript {

  private final Recording to;

  ConnectionTranscript(Recording to) {
    this.to = to;
  }

  void unreachable(String why) {
    add(new Event.Unreachable(now(), to.end(), why));
  }

  void opened(Channel channel) {
    String local = String.valueOf(channel.localAddress());
    String peer = String.valueOf(channel.remoteAddress());
    add(new Event.Opened(now(), to.end(), local, peer));
  }

  void step(Step step) {
    add(new Event.Step(now(), to.end(), step.label()));
  }

  void sent(String octets) {
    add(new Event.Sent(now(), to.end(), Octets.of(octets)));
  }

  void received(long nanos, ByteBuf octets) {
    add(new Event.Received(nanos, to.end(), Octets.of(ByteBufUtil.getBytes(octets))));
  }

  void waited(long nanos) {
    add(new Event.Waited(now(), to.end(), nanos));
  }

  void handshake(boolean isSecure, String detail) {
    add(new Event.Handshake(now(), to.end(), isSecure, detail));
  }

  void closed(Closing how) {
    add(new Event.Closed(now(), to.end(), how));
  }

  private void add(Event event) {
    to.events().accept(event);
  }

  private static long now() {
    return System.nanoTime();
  }
}
