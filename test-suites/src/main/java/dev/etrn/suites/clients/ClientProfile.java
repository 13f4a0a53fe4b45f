package dev.etrn.suites.clients;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of a client under test before it asked anything.
 *
 * @param abilities what it, or the way it is run, offers
 * @param within how long a visit may take
 * @param quiet how long after its last connection a client is taken to be done
 * @param connectBack where it takes its mail
 * @param replyTimeout how long it waits for a reply
 * @param own whether it is of this project, so that the project's decisions bind it
 */
public record ClientProfile(
    Set<Ability> abilities,
    Duration within,
    Duration quiet,
    Optional<InetSocketAddress> connectBack,
    Optional<Duration> replyTimeout,
    boolean own) {

  public ClientProfile {
    var all = EnumSet.noneOf(Ability.class);
    all.addAll(abilities);
    connectBack.ifPresent(address -> all.add(Ability.CONNECT_BACK));
    replyTimeout.ifPresent(time -> all.add(Ability.REPLY_TIMEOUT));
    abilities = Set.copyOf(all);
  }
}
