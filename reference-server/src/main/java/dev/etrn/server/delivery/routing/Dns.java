package dev.etrn.server.delivery.routing;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * The name service of the system: MX records from its name servers, addresses from its resolver,
 * which includes the hosts file.
 */
public final class Dns implements NameService {

  private static final Logger log = LoggerFactory.getLogger(Dns.class);

  private final Resolver resolver;

  /** A name service that asks the system's name servers. */
  public Dns() {
    this(Lookup.getDefaultResolver());
  }

  Dns(Resolver resolver) {
    this.resolver = resolver;
  }

  @Override
  public Records<Mx> mx(String name) {
    var exchangers = new ArrayList<Mx>();
    try {
      Lookup lookup = lookup(name, Type.MX);
      Record[] records = lookup.run();
      if (lookup.getResult() != Lookup.SUCCESSFUL || records == null) {
        log.debug("no MX of {}: {}", name, lookup.getErrorString());
        return noRecords(lookup.getResult());
      }
      for (Record record : records) {
        if (record instanceof MXRecord mx) {
          String host = mx.getTarget().toString(true).toLowerCase(Locale.ROOT);
          exchangers.add(new Mx(mx.getPriority(), host.equals(".") ? "" : host));
        }
      }
    } catch (TextParseException e) {
      log.debug("{} is not a valid domain name", name, e);
    }
    return exchangers.isEmpty() ? new NoRecord<>() : new Found<>(exchangers);
  }

  @Override
  public Records<InetAddress> addresses(String host) {
    try {
      return new Found<>(List.of(InetAddress.getAllByName(host)));
    } catch (UnknownHostException e) {
      // The system does not tell whether the name certainly does not exist.
      log.debug("no address of {}", host);
      return new NotKnownNow<>();
    }
  }

  private Lookup lookup(String name, int type) throws TextParseException {
    // With a final dot, so that no search list is tried.
    var lookup = new Lookup(name + ".", type);
    lookup.setResolver(resolver);
    return lookup;
  }

  /**
   * Returns the result without records; the library reports SERVFAIL, a refusal and a timeout alike
   * as "try again".
   */
  private static <T> Records<T> noRecords(int result) {
    return switch (result) {
      case Lookup.HOST_NOT_FOUND -> new NoName<>();
      case Lookup.TYPE_NOT_FOUND -> new NoRecord<>();
      default -> new NotKnownNow<>();
    };
  }
}
