package dev.etrn.server.delivery.client;

import dev.etrn.server.domain.AddressLiteral;
import dev.etrn.server.domain.Domain;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The name that an SMTP client sends with EHLO: a fully qualified domain name, or the literal of
 * its address when it has none (RFC 5321 sections 2.3.5 and 4.1.1.1).
 */
@FunctionalInterface
public interface ClientName {

  /**
   * Returns the name.
   *
   * @param local the address of this end of the connection
   */
  String at(InetAddress local);

  /** Returns a constant name. */
  static ClientName of(String name) {
    return local -> name;
  }

  /** Returns the name of this host. */
  static ClientName ofThisHost() {
    return configured(() -> "");
  }

  /** Returns a configured name if it is fully qualified, or else the name of this host. */
  static ClientName configured(Supplier<String> name) {
    return local ->
        qualified(Stream.of(name, ClientName::systemName, ClientName::canonicalName))
            .orElseGet(() -> AddressLiteral.of(local));
  }

  /** Returns the first fully qualified name; {@code localhost.localdomain} does not count. */
  static Optional<String> qualified(Stream<Supplier<String>> names) {
    return names
        .map(Supplier::get)
        .map(String::strip)
        .filter(name -> Domain.parse(name).filter(Domain::isFullyQualified).isPresent())
        .filter(name -> !name.toLowerCase(Locale.ROOT).startsWith("localhost."))
        .findFirst();
  }

  /** Returns the system's host name, which Java returns only for a host that is in the DNS too. */
  private static String systemName() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname"));
    } catch (IOException e) {
      return "";
    }
  }

  private static String canonicalName() {
    try {
      return InetAddress.getLocalHost().getCanonicalHostName();
    } catch (UnknownHostException e) {
      return "";
    }
  }
}
