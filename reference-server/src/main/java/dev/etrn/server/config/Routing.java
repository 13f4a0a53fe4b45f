package dev.etrn.server.config;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which channel mail for a domain goes to.
 *
 * <p>Patterns are those of PMDF's rewrite rules: {@code host.dom} for exactly that name, {@code
 * .dom} for any name strictly below. For a.b.c they are tried in the order a.b.c, .b.c, .c, so the
 * closest one decides. Names are lower-case.
 */
public final class Routing {

  private final Map<String, Channel> byPattern;

  private Routing(Map<String, Channel> byPattern) {
    this.byPattern = Map.copyOf(byPattern);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** The channel for {@code domain}, or empty when no pattern matches. */
  public Optional<Channel> channelFor(String domain) {
    Channel exact = byPattern.get(domain);
    if (exact != null) {
      return Optional.of(exact);
    }
    for (int dot = domain.indexOf('.'); dot >= 0; dot = domain.indexOf('.', dot + 1)) {
      Channel below = byPattern.get(domain.substring(dot));
      if (below != null) {
        return Optional.of(below);
      }
    }
    return Optional.empty();
  }

  /** Every channel that {@code domain} or a name below it may go to; for {@code ETRN @domain}. */
  public Set<Channel> channelsBelow(String domain) {
    var channels = new LinkedHashSet<Channel>();
    channelFor(domain).ifPresent(channels::add);
    channelFor("x." + domain).ifPresent(channels::add);
    byPattern.forEach(
        (pattern, channel) -> {
          if (pattern.endsWith("." + domain)) {
            channels.add(channel);
          }
        });
    return channels;
  }

  /** Collects patterns. */
  public static final class Builder {
    private final Map<String, Channel> byPattern = new LinkedHashMap<>();

    private Builder() {}

    /** Sends {@code domain} and every name below it to {@code channel}. */
    public Builder subtree(String domain, Channel channel) {
      byPattern.put(domain, channel);
      byPattern.put("." + domain, channel);
      return this;
    }

    /** Sends exactly {@code domain} to {@code channel}. */
    public Builder host(String domain, Channel channel) {
      byPattern.put(domain, channel);
      return this;
    }

    public Routing build() {
      return new Routing(byPattern);
    }
  }
}
