package dev.etrn.server.config;

import dev.etrn.server.config.channel.Channel;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The routing of domains to channels by PMDF's rewrite rules.
 *
 * <p>For a.b.c patterns are tried in the order a.b.c, *.b.c, .b.c, *.*.c, .c, *.*.*, and last the
 * lone dot that matches all. For [1.2.3.4] the order is [1.2.3.4], [1.2.3.], [1.2.], [1.], [] and
 * the lone dot. The first match names the routing system, which is looked up among the hosts of the
 * channels; or it names another domain, for which the search begins again, a bounded number of
 * times (PMDF-046).
 */
public final class Routing {

  private static final int MOST_REWRITES = 10;
  private static final String ALL = ".";

  private final Map<String, RewriteTemplate> rules;
  private final Map<String, Channel> byHost;

  /**
   * The channels of exact patterns, looked up once; every ETRN reads the map, and nothing changes
   * it.
   */
  private final Map<String, Optional<Channel>> direct = new HashMap<>();

  private Routing(Map<String, RewriteTemplate> rules, Map<String, Channel> byHost) {
    this.rules = Map.copyOf(rules);
    this.byHost = Map.copyOf(byHost);
    this.rules.keySet().stream()
        .filter(pattern -> !pattern.startsWith(".") && pattern.indexOf('*') < 0)
        .forEach(pattern -> direct.put(pattern, rewritten(pattern)));
  }

  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns the channel for {@code domain}, or empty when no rule leads to one.
   *
   * @param domain a domain or an address literal, in lower case
   */
  public Optional<Channel> channelFor(String domain) {
    Optional<Channel> channel = direct.get(domain);
    return channel == null ? rewritten(domain) : channel;
  }

  private Optional<Channel> rewritten(String domain) {
    String name = domain;
    for (int i = 0; i < MOST_REWRITES; i++) {
      Optional<Step> step = step(name);
      if (step.isEmpty() || step.get().ends()) {
        return step.flatMap(s -> Optional.ofNullable(byHost.get(s.name())));
      }
      name = step.get().name();
    }
    return Optional.empty();
  }

  /**
   * Returns every channel that {@code domain} or a name below it may go to; for {@code
   * ETRN @domain}.
   */
  public Set<Channel> channelsBelow(String domain) {
    var channels = new LinkedHashSet<Channel>();
    for (String name : List.of(domain, "x." + domain, "x.y." + domain)) {
      channelFor(name).ifPresent(channels::add);
    }
    for (String pattern : rules.keySet()) {
      String suffix = pattern.replace("*", "x");
      if (suffix.endsWith("." + domain)) {
        channelFor(suffix.startsWith(".") ? "x" + suffix : suffix).ifPresent(channels::add);
      }
    }
    return channels;
  }

  /** A domain, or a routing system that ends the search. */
  private record Step(String name, boolean ends) {}

  private Optional<Step> step(String domain) {
    RewriteTemplate exact = rules.get(domain);
    if (exact != null) {
      return Optional.of(apply(exact, "", domain));
    }
    boolean isLiteral = domain.startsWith("[") && domain.endsWith("]");
    return isLiteral ? literalStep(domain) : wildcardStep(domain);
  }

  private Optional<Step> literalStep(String literal) {
    String address = literal.substring(1, literal.length() - 1);
    String network = address;
    while (!network.isEmpty()) {
      network = network.substring(0, network.lastIndexOf('.', network.length() - 2) + 1);
      RewriteTemplate template = rules.get("[" + network + "]");
      if (template != null) {
        return Optional.of(apply(template, address.substring(network.length()), network));
      }
    }
    return Optional.ofNullable(rules.get(ALL)).map(template -> apply(template, literal, ""));
  }

  private Optional<Step> wildcardStep(String domain) {
    String stars = "*";
    for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
      String below = domain.substring(dot);
      RewriteTemplate wildcard = rules.get(stars + below);
      if (wildcard != null) {
        return Optional.of(apply(wildcard, domain.substring(0, dot), below));
      }
      RewriteTemplate suffix = rules.get(below);
      if (suffix != null) {
        return Optional.of(apply(suffix, domain.substring(0, dot), below));
      }
      stars += ".*";
    }
    RewriteTemplate fallback = rules.getOrDefault(stars, rules.get(ALL));
    return fallback == null ? Optional.empty() : Optional.of(apply(fallback, domain, ""));
  }

  private static Step apply(RewriteTemplate template, String unmatched, String matched) {
    String part = template.route().orElse(template.domain());
    String name = template.fill(part, unmatched, matched).toLowerCase(Locale.ROOT);
    return new Step(name, template.route().isPresent());
  }

  /** The builder of a routing, from rules and the channels that they lead to. */
  public static final class Builder {
    private final Map<String, RewriteTemplate> rules = new LinkedHashMap<>();
    private final Map<String, Channel> byHost = new LinkedHashMap<>();

    private Builder() {}

    /**
     * Adds a rule; a second one for the same pattern is left out.
     *
     * @param pattern in any case, such as {@code hub.example}, {@code .branch.example} or {@code .}
     * @return true if it was the first for its pattern
     */
    public boolean rule(String pattern, RewriteTemplate template) {
      return rules.putIfAbsent(pattern.toLowerCase(Locale.ROOT), template) == null;
    }

    /**
     * Adds {@code host} as a routing system of {@code channel}.
     *
     * @return true if no other channel has it
     */
    public boolean host(String host, Channel channel) {
      return byHost.putIfAbsent(host.toLowerCase(Locale.ROOT), channel) == null;
    }

    /** Returns true if any channel has this routing system. */
    public boolean knowsHost(String host) {
      return byHost.containsKey(host.toLowerCase(Locale.ROOT));
    }

    /** Sends {@code domain} and every name below it to {@code channel}. */
    public Builder subtree(String domain, Channel channel) {
      byHost.put(channel.officialHost().toLowerCase(Locale.ROOT), channel);
      rules.put(domain, RewriteTemplate.parse("$U%$D@" + channel.officialHost()));
      rules.put("." + domain, RewriteTemplate.parse("$U%$H$D@" + channel.officialHost()));
      return this;
    }

    public Routing build() {
      return new Routing(rules, byHost);
    }
  }
}
