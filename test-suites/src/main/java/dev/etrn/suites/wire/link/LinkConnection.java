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
 * One connection through a {@link LinkProxy}: {@code near} is who connected, {@code far} who is
 * connected to. Ends of a direction and resets are carried like octets.
 */
final class LinkConnection {

  private static final Logger log = LoggerFactory.getLogger(LinkConnection.class);

  private final LinkProxy cable;
  private final Socket near;
  private final Socket far;
  private final String name;
  private final StringBuilder seen = new StringBuilder();
  private final AtomicInteger openDirections = new AtomicInteger(2);
  private volatile boolean isConcerned;
  private volatile boolean isAnswerDue;
  private volatile boolean isSilent;

  LinkConnection(LinkProxy cable, Socket near, Socket far, String name) {
    this.cable = cable;
    this.near = near;
    this.far = far;
    this.name = name;
    this.isConcerned = cable.concerns("");
  }

  /** Carries what comes from who connected, until it ends. */
  void forth() {
    pump(near, far, this::passedForth);
  }

  /** Carries what comes from who was connected to, until it ends. */
  void back() {
    pump(far, near, this::passedBack);
  }

  /** Closes both ends if they were left without a word of each other. */
  void endIfSilent() {
    if (isSilent) {
      close(near);
      close(far);
    }
  }

  /** What of the octets that were read still passes. */
  private interface Passing {
    byte[] of(byte[] octets);
  }

  private void pump(Socket from, Socket to, Passing passing) {
    byte[] buffer = new byte[64 * 1024];
    try {
      int count;
      while ((count = from.getInputStream().read(buffer)) >= 0) {
        QuickAck.on(from);
        byte[] octets = passing.of(Arrays.copyOf(buffer, count));
        if (octets.length > 0) {
          cable.carry(isConcerned, () -> write(to, octets));
        }
      }
      cable.carry(isConcerned, () -> ended(to));
    } catch (IOException e) {
      cut();
    }
  }

  private byte[] passedForth(byte[] octets) {
    if (isSilent) {
      return new byte[0];
    }
    int before = seen.length();
    if (!isConcerned || cable.breaking().isPresent()) {
      seen.append(new String(octets, StandardCharsets.ISO_8859_1));
    }
    isConcerned = isConcerned || cable.concerns(seen);
    return cable.breaking().map(one -> untilBreak(one, octets, before)).orElse(octets);
  }

  private byte[] untilBreak(LinkCondition.Break one, byte[] octets, int before) {
    int at = seen.indexOf(one.octets(), Math.max(0, before - one.octets().length()));
    if (at < 0 || !isConcerned || !cable.strikes()) {
      return octets;
    }
    if (one.moment() == LinkCondition.Moment.ANSWERED) {
      isAnswerDue = true;
      return octets;
    }
    // What passes goes before the break, which would overtake it.
    write(far, Arrays.copyOf(octets, at + one.octets().length() - before));
    breakNow(one);
    return new byte[0];
  }

  private byte[] passedBack(byte[] octets) {
    if (isAnswerDue) {
      isAnswerDue = false;
      breakNow(cable.breaking().orElseThrow());
      return new byte[0];
    }
    return isSilent ? new byte[0] : octets;
  }

  private void breakNow(LinkCondition.Break one) {
    if (one.how() == LinkCondition.How.SILENCE) {
      isSilent = true;
    } else {
      reset();
    }
    cable.broke(name);
  }

  private void write(Socket to, byte[] octets) {
    try {
      to.getOutputStream().write(octets);
    } catch (IOException e) {
      cut();
    }
  }

  /** Nothing more comes for this end. */
  private void ended(Socket to) {
    if (isSilent) {
      return;
    }
    try {
      to.shutdownOutput();
    } catch (IOException e) {
      log.debug("{} is over", name, e);
    }
    if (openDirections.decrementAndGet() == 0) {
      close(near);
      close(far);
    }
  }

  /** One end broke off, which the other one learns unless the network is dead. */
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
