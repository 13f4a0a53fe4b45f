package dev.etrn.server.access;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which client may release what. A right follows the client's address or the identity that it
 * proved, never the name it gives with EHLO (ETRN-062).
 *
 * @param grants a client has every right that any of them gives it
 */
public record EtrnRights(List<Grant> grants) {

  /** Every client has every right. */
  public static final EtrnRights EVERYBODY = new EtrnRights(List.of(Grant.EVERYTHING));

  public EtrnRights {
    grants = List.copyOf(grants);
  }

  /**
   * Rights of some clients.
   *
   * @param clients whether the grant is for this client
   * @param domains names that may be released, each with all names below it
   * @param channels lower-case names of channels that may be run by {@code ETRN #channel}
   */
  public record Grant(
      Predicate<ConnectedClient> clients, Set<String> domains, Set<String> channels) {

    private static final String ALL = "*";
    private static final Grant EVERYTHING = new Grant(client -> true, Set.of(ALL), Set.of(ALL));

    public Grant {
      domains = Set.copyOf(domains);
      channels = Set.copyOf(channels);
    }

    boolean runs(String channel) {
      return channels.contains(ALL) || channels.contains(channel);
    }

    /** On label boundaries: neither {@code xbranch.example} nor {@code example} is covered. */
    boolean covers(String name) {
      for (String at = name; ; at = at.substring(at.indexOf('.') + 1)) {
        if (domains.contains(at)) {
          return true;
        }
        if (at.indexOf('.') < 0) {
          return domains.contains(ALL);
        }
      }
    }
  }

  /** Whether {@code client} may release {@code domain}; then also everything below it. */
  public boolean mayRelease(ConnectedClient client, String domain) {
    for (Grant grant : grants) {
      if (grant.clients().test(client) && grant.covers(domain)) {
        return true;
      }
    }
    return false;
  }

  /** Whether {@code client} may run {@code channel} by name. */
  public boolean mayRun(ConnectedClient client, String channel) {
    for (Grant grant : grants) {
      if (grant.clients().test(client) && grant.runs(channel)) {
        return true;
      }
    }
    return false;
  }
}
