package dev.etrn.suites.wire.link;

import dev.etrn.suites.wire.QuickAck;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection through a {@link LinkProxy}: {@code near} is the connecting end, {@code far} the
 * accepting end. The end of a direction and resets are carried like octets.
 */
final class LinkConnection {

  private static final Logger log = LoggerFactory.getLogger(LinkConnection.class);

  private final LinkProxy proxy;
  private final Socket near;
  private final Socket far;
  private final String name;
  private final StringBuilder passedOctets = new StringBuilder();
  private final AtomicInteger openDirections = new AtomicInteger(2);
  private volatile boolean isConcerned;
  private volatile boolean isAnswerDue;
  private volatile boolean isSilent;

  LinkConnection(LinkProxy proxy, Socket near, Socket far, String name) {
    this.proxy = proxy;
    this.near = near;
    this.far = far;
    this.name = name;
    this.isConcerned = proxy.concerns("");
  }

  /** Carries the octets of the connecting end until it ends. */
  void carryForward() {
    pump(near, far, this::passedForth);
  }

  /** Carries the octets of the accepting end until it ends. */
  void carryBack() {
    pump(far, near, this::passedBack);
  }

  /** Closes both ends if the connection fell silent. */
  void endIfSilent() {
    if (isSilent) {
      close(near);
      close(far);
    }
  }

  /** The filter of the octets that still pass. */
  private interface OctetFilter {
    byte[] of(byte[] octets);
  }

  private void pump(Socket source, Socket destination, OctetFilter filter) {
    byte[] buffer = new byte[64 * 1024];
    try {
      int count;
      while ((count = source.getInputStream().read(buffer)) >= 0) {
        QuickAck.on(source);
        byte[] octets = filter.of(Arrays.copyOf(buffer, count));
        if (octets.length > 0) {
          proxy.carry(isConcerned, () -> write(destination, octets));
        }
      }
      proxy.carry(isConcerned, () -> endDirection(destination));
    } catch (IOException e) {
      cut();
    }
  }

  private byte[] passedForth(byte[] octets) {
    if (isSilent) {
      return new byte[0];
    }
    int previousLength = passedOctets.length();
    if (!isConcerned || proxy.breaking().isPresent()) {
      passedOctets.append(new String(octets, StandardCharsets.ISO_8859_1));
    }
    isConcerned = isConcerned || proxy.concerns(passedOctets);
    return proxy
        .breaking()
        .map(breakCondition -> untilBreak(breakCondition, octets, previousLength))
        .orElse(octets);
  }

  private byte[] untilBreak(LinkCondition.Break breakCondition, byte[] octets, int previousLength) {
    int start =
        passedOctets.indexOf(
            breakCondition.octets(),
            Math.max(0, previousLength - breakCondition.octets().length()));
    if (start < 0 || !isConcerned || !proxy.claimBreak()) {
      return octets;
    }
    if (breakCondition.moment() == LinkCondition.Moment.ANSWERED) {
      isAnswerDue = true;
      return octets;
    }
    // The octets that pass are written first, since the break would overtake them.
    write(far, Arrays.copyOf(octets, start + breakCondition.octets().length() - previousLength));
    breakNow(breakCondition);
    return new byte[0];
  }

  private byte[] passedBack(byte[] octets) {
    if (isAnswerDue) {
      isAnswerDue = false;
      breakNow(proxy.breaking().orElseThrow());
      return new byte[0];
    }
    return isSilent ? new byte[0] : octets;
  }

  private void breakNow(LinkCondition.Break breakCondition) {
    if (breakCondition.effect() == LinkCondition.Effect.SILENCE) {
      isSilent = true;
    } else {
      reset();
    }
    proxy.recordBreak(name);
  }

  private void write(Socket destination, byte[] octets) {
    try {
      destination.getOutputStream().write(octets);
    } catch (IOException e) {
      cut();
    }
  }

  /** Ends the direction to this end. */
  private void endDirection(Socket destination) {
    if (isSilent) {
      return;
    }
    try {
      destination.shutdownOutput();
    } catch (IOException e) {
      log.debug("{} ended", name, e);
    }
    if (openDirections.decrementAndGet() == 0) {
      close(near);
      close(far);
    }
  }

  /** Resets both ends after one of them broke off, unless the network is silent. */
  private void cut() {
    if (!isSilent) {
      reset();
    }
  }

  private void reset() {
    for (Socket socket : new Socket[] {near, far}) {
      try {
        socket.setSoLinger(true, 0);
      } catch (IOException e) {
        log.debug("{} is closed already", name, e);
      }
      close(socket);
    }
  }

  private void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      log.debug("closing an end of {}", name, e);
    }
  }
}
