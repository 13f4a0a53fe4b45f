package dev.etrn.suites.independence;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * The traits of a plain server, all permitted by the specifications.
 *
 * @param all the traits that it has
 * @param sessions the most sessions at a time; other clients wait, or are refused
 * @param access the conditions under which it accepts ETRN
 */
record Traits(Set<Trait> all, int sessions, Access access) {

  private static final int MANY = 64;

  static final Traits TERSE = of();
  static final Traits STRICT = of(Trait.ENDS_PIPELINING);
  static final Traits MINIMAL = of(Trait.MINIMAL);
  static final Traits OLD = of(Trait.NO_EHLO);
  static final Traits ONE_AT_A_TIME = new Traits(Set.of(), 1, Access.OPEN);

  Traits {
    all = Set.copyOf(all);
  }

  static Traits of(Trait... traits) {
    Set<Trait> all = EnumSet.noneOf(Trait.class);
    all.addAll(Set.of(traits));
    return new Traits(all, MANY, Access.OPEN);
  }

  static Traits with(Access access) {
    return new Traits(Set.of(), MANY, access);
  }

  boolean has(Trait trait) {
    return all.contains(trait);
  }

  /** Returns the time between a request and the delivery. */
  Duration delay() {
    return has(Trait.ON_SCHEDULE) ? Duration.ofSeconds(2) : Duration.ZERO;
  }

  boolean isMinimal() {
    return has(Trait.MINIMAL);
  }

  boolean knowsEhlo() {
    return !has(Trait.NO_EHLO);
  }

  boolean endsPipelining() {
    return has(Trait.ENDS_PIPELINING);
  }
}
