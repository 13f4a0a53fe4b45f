package dev.etrn.server.config.pmdf;

import dev.etrn.server.access.AddressRange;
import dev.etrn.server.access.ConnectedClient;
import dev.etrn.server.access.EtrnRights;
import dev.etrn.server.config.source.ProblemCollector;
import dev.etrn.server.config.source.SourceLine;
import dev.etrn.server.domain.Domain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The file {@code etrn_access} of this server: the rights of clients, a line each.
 *
 * <pre>
 * 192.0.2.0/24  branch.example #tcp_branch
 * ::1           branch.example idle.example
 * user=branch   branch.example
 * </pre>
 */
final class EtrnAccessFile {

  private static final String USER = "user=";

  private EtrnAccessFile() {}

  static EtrnRights parse(List<SourceLine> lines, Set<String> channels, ProblemCollector problems) {
    var grants = new ArrayList<EtrnRights.Grant>();
    for (SourceLine line : lines) {
      if (!line.isBlank()) {
        grant(line, channels, problems).ifPresent(grants::add);
      }
    }
    return new EtrnRights(grants);
  }

  private static Optional<EtrnRights.Grant> grant(
      SourceLine line, Set<String> channels, ProblemCollector problems) {
    List<String> words = line.words();
    Optional<Predicate<ConnectedClient>> clients = clients(words.get(0));
    if (clients.isEmpty() || words.size() < 2) {
      problems.error(
          line,
          "expected an address, a range or user=NAME, and what it may release, such as"
              + " '192.0.2.0/24 branch.example #tcp_branch'");
      return Optional.empty();
    }
    var domains = new HashSet<String>();
    var mayRun = new HashSet<String>();
    for (String word : words.subList(1, words.size())) {
      String name = word.toLowerCase(Locale.ROOT);
      if (name.startsWith("#") && channels.contains(name.substring(1))) {
        mayRun.add(name.substring(1));
      } else if (Domain.parse(name).filter(Domain::isFullyQualified).isPresent()) {
        domains.add(name);
      } else {
        problems.error(
            line, "'" + word + "' is neither a domain such as branch.example nor #channel");
      }
    }
    return Optional.of(new EtrnRights.Grant(clients.get(), domains, mayRun));
  }

  private static Optional<Predicate<ConnectedClient>> clients(String word) {
    if (word.startsWith(USER)) {
      String name = word.substring(USER.length());
      return name.isEmpty()
          ? Optional.empty()
          : Optional.of(client -> client.identity().filter(name::equals).isPresent());
    }
    return AddressRange.parse(word).map(range -> client -> range.contains(client.address()));
  }
}
