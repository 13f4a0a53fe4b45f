package dev.etrn.load.protocol;

import dev.etrn.load.protocol.TranscriptSampler.Recording;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.Event.Closing;
import dev.etrn.suites.transcript.Octets;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;

/** The transcript of a sampled connection; it turns what happens there into events. */
final class ConnectionTranscript {

  private final Recording recording;

  ConnectionTranscript(Recording recording) {
    this.recording = recording;
  }

  void unreachable(String reason) {
    add(new Event.Unreachable(now(), recording.end(), reason));
  }

  void opened(Channel channel) {
    String local = String.valueOf(channel.localAddress());
    String peer = String.valueOf(channel.remoteAddress());
    add(new Event.Opened(now(), recording.end(), local, peer));
  }

  void step(Step step) {
    add(new Event.Step(now(), recording.end(), step.label()));
  }

  void sent(String octets) {
    add(new Event.Sent(now(), recording.end(), Octets.of(octets)));
  }

  void received(long nanos, ByteBuf octets) {
    add(new Event.Received(nanos, recording.end(), Octets.of(ByteBufUtil.getBytes(octets))));
  }

  void waited(long nanos) {
    add(new Event.Waited(now(), recording.end(), nanos));
  }

  void handshake(boolean isSecure, String detail) {
    add(new Event.Handshake(now(), recording.end(), isSecure, detail));
  }

  void closed(Closing closing) {
    add(new Event.Closed(now(), recording.end(), closing));
  }

  private void add(Event event) {
    recording.events().accept(event);
  }

  private static long now() {
    return System.nanoTime();
  }
}
