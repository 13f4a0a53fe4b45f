package dev.etrn.suites.wire;

import io.netty.util.NetUtil;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** The text of socket addresses and of their errors. */
public final class Addresses {

  private static final Pattern SYSTEM_CALL =
      Pattern.compile("^[a-z]+\\(\\.\\.\\) failed with error\\(-?[0-9]+\\): ");

  private Addresses() {}

  /** Returns {@code 127.0.0.1:2525} or {@code [::1]:2525} (RFC 5952 sections 4 and 6). */
  public static String text(SocketAddress address) {
    if (!(address instanceof InetSocketAddress inet)) {
      return String.valueOf(address);
    }
    String host = inet.isUnresolved() ? inet.getHostString() : text(inet.getAddress());
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + inet.getPort();
  }

  /** Returns the shortest form; Netty would drop the zone that a link-local address needs. */
  private static String text(InetAddress address) {
    return address instanceof Inet6Address inet6 && inet6.getScopeId() != 0
        ? address.getHostAddress()
        : NetUtil.toAddressString(address);
  }

  /** Returns the reason of a failure in a few words, such as {@code connection refused}. */
  public static String reason(IOException e) {
    String message = Objects.requireNonNullElseGet(e.getMessage(), () -> substitute(e));
    // Netty puts the name of the system call and its number before the reason.
    return SYSTEM_CALL.matcher(message).replaceFirst("").toLowerCase(Locale.ROOT);
  }

  /** Returns a text for exceptions without a message. */
  private static String substitute(IOException e) {
    return e instanceof ConnectException ? "no connection" : e.getClass().getSimpleName();
  }
}
