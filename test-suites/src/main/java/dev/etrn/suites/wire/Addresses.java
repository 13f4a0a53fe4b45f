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

/** Socket addresses and their errors as people read them. */
public final class Addresses {

  private static final Pattern SYSTEM_CALL =
      Pattern.compile("^[a-z]+\\(\\.\\.\\) failed with error\\(-?[0-9]+\\): ");

  private Addresses() {}

  /** {@code 127.0.0.1:2525} or {@code [::1]:2525} (RFC 5952 sections 4 and 6). */
  public static String text(SocketAddress address) {
    if (!(address instanceof InetSocketAddress inet)) {
      return String.valueOf(address);
    }
    String host = inet.isUnresolved() ? inet.getHostString() : text(inet.getAddress());
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + inet.getPort();
  }

  /** Without the zone that a link-local address needs, Netty writes the shortest form. */
  private static String text(InetAddress address) {
    return address instanceof Inet6Address six && six.getScopeId() != 0
        ? address.getHostAddress()
        : NetUtil.toAddressString(address);
  }

  /** Why it failed, in a few words such as {@code connection refused}. */
  public static String reason(IOException e) {
    String message = Objects.requireNonNullElseGet(e.getMessage(), () -> unsaid(e));
    // Netty puts the name of the system call and its number before the reason.
    return SYSTEM_CALL.matcher(message).replaceFirst("").toLowerCase(Locale.ROOT);
  }

  /** Some clients of the network throw without a word. */
  private static String unsaid(IOException e) {
    return e instanceof ConnectException ? "no connection" : e.getClass().getSimpleName();
  }
}
