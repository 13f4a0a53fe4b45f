package dev.etrn.suites.config;

import dev.etrn.suites.targets.profile.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The parts {@code nodes} and {@code lanes} of etrn.yaml; each name has one role, and none is below
 * another.
 */
final class NodesYaml {

  /** The parts that a description of an MTA has too. */
  static final List<String> MTA_KEYS = List.of("nodes", "lanes");

  private static final List<String> ROLES =
      List.of("permitted", "sibling", "empty", "denied", "unknown", "similar");
  private static final List<String> KEYS =
      List.of("permitted", "sibling", "empty", "denied", "unknown", "similar", "queue");

  /** Roles of names that no mail waits for; lanes may share such a name. */
  private static final Set<String> SHARED = Set.of("empty", "denied", "unknown");

  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")+");
  private static final Pattern QUEUE = Pattern.compile("[!-~&&[^@#]]{1,64}");

  private NodesYaml() {}

  /** A name in the role under whose key it stands. */
  private record Role(String key, String name, String place) {}

  static Nodes nodes(YamlMapping root) throws HarnessConfigurationException {
    YamlMapping names = root.part("nodes", KEYS);
    requireApart(names, "nodes", new ArrayList<>());
    return nodesIn(names);
  }

  /**
   * Returns the further sets of names; none of them clashes with {@code nodes} or with another
   * lane.
   */
  static List<Nodes> lanes(YamlMapping root) throws HarnessConfigurationException {
    var takenRoles = new ArrayList<Role>();
    requireApart(root.part("nodes", KEYS), "nodes", takenRoles);
    var lanes = new ArrayList<Nodes>();
    for (YamlMapping names : root.list("lanes", KEYS)) {
      requireApart(names, "lane " + (lanes.size() + 1), takenRoles);
      lanes.add(nodesIn(names));
    }
    return lanes;
  }

  private static Nodes nodesIn(YamlMapping names) throws HarnessConfigurationException {
    Optional<String> permitted = domain(names, "permitted");
    return new Nodes(
        permitted,
        domain(names, "sibling"),
        domain(names, "empty"),
        domain(names, "denied"),
        domain(names, "unknown"),
        names.value(
            "queue",
            "the name of a queue, without its #",
            text -> Optional.of(text).filter(t -> QUEUE.matcher(t).matches())),
        similar(names, permitted));
  }

  private static Optional<String> similar(YamlMapping names, Optional<String> permitted)
      throws HarnessConfigurationException {
    Optional<String> similar = domain(names, "similar");
    boolean isWrong =
        similar.isPresent()
            && permitted.filter(name -> !folded(similar.get()).endsWith(folded(name))).isPresent();
    if (isWrong) {
      throw names.wrong(
          "similar",
          "a name that ends in the letters of permitted without a dot before them, such as x"
              + permitted.get());
    }
    return similar;
  }

  /** Checks that no name clashes with those that are taken, and adds them. */
  private static void requireApart(YamlMapping names, String place, List<Role> takenRoles)
      throws HarnessConfigurationException {
    for (String key : ROLES) {
      Optional<String> name = domain(names, key);
      if (name.isPresent()) {
        for (Role other : takenRoles) {
          if (clash(key, folded(name.get()), other)) {
            throw names.wrong(key, apart(other));
          }
        }
        takenRoles.add(new Role(key, folded(name.get()), place));
      }
    }
  }

  private static boolean clash(String key, String name, Role other) {
    boolean isSame = name.equals(other.name());
    return !(isSame && key.equals(other.key()) && SHARED.contains(key))
        && (isSame || name.endsWith("." + other.name()) || other.name().endsWith("." + name));
  }

  private static String apart(Role other) {
    return "a name that is neither "
        + other.name()
        + ", which is '"
        + other.key()
        + "' of "
        + other.place()
        + ", nor below or above it";
  }

  private static Optional<String> domain(YamlMapping names, String key)
      throws HarnessConfigurationException {
    return names.value(
        key,
        "a domain name such as branch.example",
        text -> Optional.of(text).filter(t -> t.length() <= 200 && DOMAIN.matcher(t).matches()));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
