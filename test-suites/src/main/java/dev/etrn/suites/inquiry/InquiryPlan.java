package dev.etrn.suites.inquiry;

import dev.etrn.suites.config.HostPort;
import dev.etrn.suites.inquiry.role.NodeRole;
import dev.etrn.suites.targets.profile.Login;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The questions to a server.
 *
 * @param server the server as the user named it
 * @param address the resolved address, which may be asked
 * @param names the names that the user gave for roles
 * @param others more names, whose roles the inquiry finds out
 * @param listen the address to which the server delivers mail for these names
 * @param mta the kind of server; empty if its greeting decides
 * @param login the user to authenticate as
 * @param timeout the timeout for the connection and for each reply
 */
public record InquiryPlan(
    HostPort server,
    InetSocketAddress address,
    Map<NodeRole, String> names,
    List<String> others,
    Optional<HostPort> listen,
    Optional<MtaKind> mta,
    Optional<Login> login,
    Duration timeout) {

  public InquiryPlan {
    names = Map.copyOf(names);
    others = List.copyOf(others);
  }
}
