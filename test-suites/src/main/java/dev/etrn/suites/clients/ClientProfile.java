package dev.etrn.suites.clients;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The profile of a client under test: what is known before its first visit.
 *
 * @param abilities the features of the client and of the way it is run
 * @param within the longest time of a visit
 * @param quiet the time after its last connection at which a client counts as done
 * @param connectBack the address at which it takes its mail
 * @param replyTimeout the time that it waits for a reply
 * @param own true if it is this project's own client, which the project's decisions bind
 */
public record ClientProfile(
    Set<Ability> abilities,
    Duration within,
    Duration quiet,
    Optional<InetSocketAddress> connectBack,
    Optional<Duration> replyTimeout,
    boolean own) {

  public ClientProfile {
    var known = EnumSet.noneOf(Ability.class);
    known.addAll(abilities);
    connectBack.ifPresent(address -> known.add(Ability.CONNECT_BACK));
    replyTimeout.ifPresent(time -> known.add(Ability.REPLY_TIMEOUT));
    abilities = Set.copyOf(known);
  }
}
