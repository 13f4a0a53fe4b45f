package dev.etrn.load.scenario;

import dev.etrn.load.scenario.SessionScript.Ask;
import dev.etrn.load.scenario.SessionScript.End;
import dev.etrn.load.scenario.SessionScript.Send;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A named scenario. */
public enum Scenario {
  BURST("many partners ask at the same moment"),
  RAMP("the rate rises level by level: which one is the last that is answered in time"),
  SOAK("a steady rate for long: do times or memory drift"),
  MONOPOLY("polite partners get their mail, and then a greedy one asks without end as well"),
  LIMIT("sessions that ask more often than the target accepts in one"),
  TRIGGER("mail waits for each partner, and one ETRN for each releases it"),
  MIXED("mail comes in for partners that ask for it meanwhile"),
  HIT_AND_RUN("partners that ask, and reset the connection without waiting for the reply");

  private static final int RAMP_LEVELS = 10;
  private static final int OCTETS = 1024;

  /** The limit of most servers; it stands in where the target has no limit for a session. */
  private static final int USUAL_LIMIT = 10;

  private final String sentence;

  Scenario(String sentence) {
    this.sentence = sentence;
  }

  /** Returns the scenario with this name on the command line, such as {@code hit-and-run}. */
  public static Optional<Scenario> named(String name) {
    return Arrays.stream(values()).filter(scenario -> scenario.title().equals(name)).findFirst();
  }

  public String title() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns a description of the scenario. */
  public String sentence() {
    return sentence;
  }

  /** Returns the workload of this scenario with these options. */
  public Workload with(LoadOptions options) {
    return switch (this) {
      case BURST -> asking(new Pace.AtOnce(options.users().orElse(200)), options.partners(50));
      case RAMP -> asking(ramp(options), options.partners(50));
      case SOAK -> asking(options.pace(100), options.partners(50));
      case MONOPOLY -> monopoly(options);
      case LIMIT -> limit(options);
      case TRIGGER -> trigger(options);
      case MIXED -> mixed(options);
      case HIT_AND_RUN -> hitAndRun(options);
    };
  }

  private static Workload asking(Pace pace, List<String> nodes) {
    return Workload.without(population("partners", pace, new Ask(1, End.QUIT), nodes));
  }

  /**
   * Returns levels of whole seconds, of at least two where the duration allows it, since times are
   * kept by second.
   */
  private static Pace ramp(LoadOptions options) {
    long seconds = Math.max(1, options.duration().toSeconds());
    int levels = (int) Math.max(1, Math.min(RAMP_LEVELS, seconds / 2));
    return new Pace.Steps(
        options.rateOr(500) / levels, levels, Duration.ofSeconds(seconds / levels));
  }

  /**
   * Leaves the greedy partner out of the first half, so that one run shows its effect on the
   * others.
   */
  private static Workload monopoly(LoadOptions options) {
    Duration half = options.duration().dividedBy(2);
    double rate = options.rateOr(20);
    List<String> partners = options.partners(20);
    List<String> greedy = List.of("greedy." + options.permitted());
    Pace polite = new Pace.Constant(rate, options.duration());
    Pace flood = new Pace.Constant(4 * rate, half);
    Pace endless = new Pace.Concurrent(options.users().orElse(10), half);
    return Workload.without(
        population("polite", polite, new Ask(1, End.QUIT), partners),
        population("senders", polite, new Send(OCTETS), partners),
        population("greedy", endless, new Ask(100, End.QUIT), greedy).later(half),
        population("flood", flood, new Send(OCTETS), greedy).later(half));
  }

  private static Workload limit(LoadOptions options) {
    int times = options.etrnsPerSession().orElse(USUAL_LIMIT) + 3;
    return Workload.without(
        population("greedy", options.pace(20), new Ask(times, End.QUIT), options.partners(20)));
  }

  private static Workload trigger(LoadOptions options) {
    List<String> partners = options.partners(10);
    Pace once = new Pace.AtOnce(partners.size());
    return new Workload(
        List.of(population("partners", once, new Ask(1, End.QUIT), partners)),
        partners,
        options.messages().orElse(100));
  }

  private static Workload mixed(LoadOptions options) {
    List<String> partners = options.partners(10);
    return Workload.without(
        population("senders", options.pace(20), new Send(OCTETS), partners),
        population("partners", options.pace(20), new Ask(1, End.QUIT), partners));
  }

  private static Workload hitAndRun(LoadOptions options) {
    List<String> partners = options.partners(10);
    return new Workload(
        List.of(population("runaways", options.pace(20), new Ask(1, End.RESET), partners)),
        partners,
        options.messages().orElse(10));
  }

  private static Population population(
      String name, Pace pace, SessionScript script, List<String> nodes) {
    return new Population(name, Duration.ZERO, pace, script, nodes);
  }
}
