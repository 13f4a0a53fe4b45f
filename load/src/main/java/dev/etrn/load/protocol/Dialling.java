package dev.etrn.load.protocol;

import io.netty.channel.EventLoop;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A connection that is being opened. */
public final class Dialling {

  private @Nullable Conversation conversation;
  private long connectedAt;

  /**
   * Opens it.
   *
   * @param user which of the sources it comes from follows from it
   */
  public void dial(
      SmtpProtocol protocol,
      EventLoop loop,
      long user,
      Consumer<Outcome> connected,
      Consumer<Outcome> greeted) {
    List<InetAddress> sources = protocol.sources();
    Optional<InetAddress> from =
        sources.isEmpty()
            ? Optional.empty()
            : Optional.of(sources.get(Math.floorMod(user, sources.size())));
    conversation =
        Conversation.open(
            protocol,
            loop,
            from,
            outcome -> {
              connectedAt = System.nanoTime();
              connected.accept(outcome);
            },
            greeted);
  }

  public Conversation conversation() {
    Conversation opened = conversation;
    if (opened == null) {
      throw new IllegalStateException("nothing was dialled");
    }
    return opened;
  }

  /** When the connection stood, by {@link System#nanoTime()}. */
  public long connectedAt() {
    return connectedAt;
  }
}
