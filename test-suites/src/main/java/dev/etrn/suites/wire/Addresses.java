package dev.etrn.suites.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Locale;
import java.util.Objects;

/** Socket addresses and their errors as people read them. */
public final class Addresses {

  private Addresses() {}

  /** {@code 127.0.0.1:2525} or {@code [::1]:2525}. */
  public static String text(SocketAddress address) {
    if (!(address instanceof InetSocketAddress inet)) {
      return String.valueOf(address);
    }
    String host = inet.isUnresolved() ? inet.getHostString() : inet.getAddress().getHostAddress();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + inet.getPort();
  }

  /** Why a connection failed, in a few words such as {@code connection refused}. */
  public static String reason(IOException e) {
    String message = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
    return message.toLowerCase(Locale.ROOT);
  }
}
