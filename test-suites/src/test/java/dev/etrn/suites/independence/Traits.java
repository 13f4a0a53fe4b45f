package dev.etrn.suites.independence;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * In what a plain server differs from others, all within what the specifications allow.
 *
 * @param all the freedoms that it uses
 * @param sessions how many it talks to at a time; others wait, or are sent away
 * @param access under which conditions it does ETRN
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

  /** How long it waits before it delivers what was asked for. */
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
