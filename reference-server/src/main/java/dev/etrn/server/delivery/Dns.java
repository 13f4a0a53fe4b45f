package dev.etrn.server.delivery;

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
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** The system's name servers. */
public final class Dns implements NameService {

  private static final Logger log = LoggerFactory.getLogger(Dns.class);

  @Override
  public List<Mx> mx(String name) {
    var found = new ArrayList<Mx>();
    try {
      // With a final dot, so that no search list is tried.
      var lookup = new Lookup(name + ".", Type.MX);
      Record[] records = lookup.run();
      if (records == null) {
        log.debug("no MX of {}: {}", name, lookup.getErrorString());
        return List.of();
      }
      for (Record record : records) {
        if (record instanceof MXRecord mx) {
          String host = mx.getTarget().toString(true).toLowerCase(Locale.ROOT);
          found.add(new Mx(mx.getPriority(), host.equals(".") ? "" : host));
        }
      }
    } catch (TextParseException e) {
      log.debug("{} is no name to look up", name, e);
    }
    return found;
  }

  @Override
  public List<InetAddress> addresses(String host) {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException e) {
      log.debug("no address of {}", host);
      return List.of();
    }
  }
}
