package dev.etrn.suites.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A host and a port as people write them.
 *
 * @param host a name, an IPv4 address, or an IPv6 address without its brackets
 * @param port 0 to 65535
 */
public record HostPort(String host, int port) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:\\[([0-9A-Fa-f:.]+(?:%[A-Za-z0-9._~-]+)?)]|([A-Za-z0-9._-]+)):([0-9]{1,5})");

  /** Parses {@code host:port} or {@code [address]:port}; empty when {@code text} is neither. */
  public static Optional<HostPort> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > 65535) {
      return Optional.empty();
    }
    String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return Optional.of(new HostPort(host, Integer.parseInt(matcher.group(3))));
  }

  /** Returns the address under a key, or empty. */
  static Optional<HostPort> at(YamlMapping mapping, String key)
      throws HarnessConfigurationException {
    return mapping.value(key, "host and port, such as 127.0.0.1:2525", HostPort::parse);
  }

  /**
   * Returns {@code text} as an address that can be used.
   *
   * @param label the name of the value in errors, such as {@code --listen}
   * @throws HarnessConfigurationException when it is not an address; the message shows the form
   */
  public static HostPort of(String label, String text) throws HarnessConfigurationException {
    Optional<HostPort> parsed = parse(text);
    if (parsed.isPresent()) {
      return parsed.get();
    }
    throw new HarnessConfigurationException(
        label
            + " '"
            + text
            + (isWritten(text)
                ? "' has no port from 0 to 65535"
                : "' is not an address such as 127.0.0.1:2525"));
  }

  /** Returns true if {@code text} has the form of an address; its port may be too high. */
  public static boolean isWritten(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * Returns the address that {@code text} stands for.
   *
   * @param label the name of the value in errors
   * @throws HarnessConfigurationException when it is not an address, or its host is unknown
   */
  public static InetSocketAddress resolve(String label, String text)
      throws HarnessConfigurationException {
    InetSocketAddress address = of(label, text).resolve();
    if (address.isUnresolved()) {
      throw new HarnessConfigurationException(
          "no address is known for " + label + " '" + text + "'");
    }
    return address;
  }

  /** Resolves the host; the result is unresolved if the host is unknown. */
  public InetSocketAddress resolve() {
    return new InetSocketAddress(host, port);
  }

  /**
   * Returns every address of the host, in the order in which they are tried; none when it is
   * unknown.
   */
  public List<InetSocketAddress> addresses() {
    try {
      return Stream.of(InetAddress.getAllByName(host))
          .map(address -> new InetSocketAddress(address, port))
          .toList();
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
