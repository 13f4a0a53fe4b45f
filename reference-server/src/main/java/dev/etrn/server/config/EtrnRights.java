package dev.etrn.server.config;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which client may release what. A right follows the client's address, never the name it gives with
 * EHLO (ETRN-062).
 *
 * @param grants a client has every right that any of them gives it
 */
public record EtrnRights(List<Grant> grants) {

  public EtrnRights {
    grants = List.copyOf(grants);
  }

  /**
   * Rights of the clients in one address range.
   *
   * @param clients whether the grant is for a client with this address
   * @param domains names that may be released, each with all names below it
   * @param channels lower-case names of channels that may be run by {@code ETRN #channel}
   */
  public record Grant(Predicate<InetAddress> clients, Set<String> domains, Set<String> channels) {
    public Grant {
      domains = Set.copyOf(domains);
      channels = Set.copyOf(channels);
    }
  }

  /** Whether {@code client} may release {@code domain}; then also everything below it. */
  public boolean mayRelease(InetAddress client, String domain) {
    return grants.stream()
        .filter(grant -> grant.clients().test(client))
        .anyMatch(grant -> covers(grant.domains(), domain));
  }

  /** Whether {@code client} may run {@code channel} by name. */
  public boolean mayRun(InetAddress client, String channel) {
    return grants.stream()
        .filter(grant -> grant.clients().test(client))
        .anyMatch(grant -> grant.channels().contains(channel));
  }

  /** On label boundaries: neither {@code xbranch.example} nor {@code example} is covered. */
  private static boolean covers(Set<String> domains, String name) {
    for (String at = name; ; at = at.substring(at.indexOf('.') + 1)) {
      if (domains.contains(at)) {
        return true;
      }
      if (at.indexOf('.') < 0) {
        return false;
      }
    }
  }
}
