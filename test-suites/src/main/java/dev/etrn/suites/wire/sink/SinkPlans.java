package dev.etrn.suites.wire.sink;

import java.util.List;
import java.util.function.Predicate;

/**
 * The current plans for deliveries, by their recipients.
 *
 * @param entries the entries, of which the first for a recipient counts, unless it accepts all
 */
record SinkPlans(List<Entry> entries) {

  /** The plan of one part of the sink, for the recipients that fit. */
  record Entry(Predicate<String> isFor, SinkPlan plan) {}

  SinkPlans {
    entries = List.copyOf(entries);
  }

  /** Returns the same plan for all recipients. */
  static SinkPlans ofAll(SinkPlan plan) {
    return new SinkPlans(List.of(new Entry(recipient -> true, plan)));
  }

  /** Returns the plan for mail of this recipient. */
  SinkPlan of(String recipient) {
    return entries.stream()
        .filter(entry -> !(entry.plan() instanceof SinkPlan.AcceptAll))
        .filter(entry -> entry.isFor().test(recipient))
        .map(Entry::plan)
        .findFirst()
        .orElseGet(SinkPlan.AcceptAll::new);
  }

  /** Returns true if connections are refused before they name a recipient. */
  boolean turnsAway() {
    return entries.stream().anyMatch(entry -> entry.plan() instanceof SinkPlan.TurnAway);
  }
}
