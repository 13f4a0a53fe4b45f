package dev.etrn.server.access;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The rights of clients to release mail. A right follows the client's address or the identity that
 * it proved, never its EHLO name (ETRN-062).
 *
 * @param grants the grants; a client has the rights of all that match it
 */
public record EtrnRights(List<Grant> grants) {

  /** The rights of a server that allows everything to every client. */
  public static final EtrnRights EVERYBODY = new EtrnRights(List.of(Grant.EVERYTHING));

  public EtrnRights {
    grants = List.copyOf(grants);
  }

  /**
   * The rights of some clients.
   *
   * @param clients the test whether the grant is for a client
   * @param domains the names that may be released, each with all names below it
   * @param channels the lower-case names of channels that may be run by {@code ETRN #channel}
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

    /**
     * Returns true if a granted domain is {@code name} or a parent of it, on label boundaries:
     * {@code branch.example} covers neither {@code xbranch.example} nor {@code example}.
     */
    boolean covers(String name) {
      for (String suffix = name; ; suffix = suffix.substring(suffix.indexOf('.') + 1)) {
        if (domains.contains(suffix)) {
          return true;
        }
        if (suffix.indexOf('.') < 0) {
          return domains.contains(ALL);
        }
      }
    }
  }

  /** Returns true if {@code client} may release {@code domain}, and so everything below it. */
  public boolean mayRelease(ConnectedClient client, String domain) {
    for (Grant grant : grants) {
      if (grant.clients().test(client) && grant.covers(domain)) {
        return true;
      }
    }
    return false;
  }

  /** Returns true if {@code client} may run {@code channel} by name. */
  public boolean mayRun(ConnectedClient client, String channel) {
    for (Grant grant : grants) {
      if (grant.clients().test(client) && grant.runs(channel)) {
        return true;
      }
    }
    return false;
  }
}
