package dev.etrn.suites.wire.sink;

import java.util.List;
import java.util.function.Predicate;

/**
 * How deliveries are treated now, by their recipients.
 *
 * @param entries the first that is for a recipient counts, unless it accepts all
 */
record SinkPlans(List<Entry> entries) {

  /** The plan of a part of the sink: of the recipients that fit. */
  record Entry(Predicate<String> isFor, SinkPlan plan) {}

  SinkPlans {
    entries = List.copyOf(entries);
  }

  /** One plan for all. */
  static SinkPlans ofAll(SinkPlan plan) {
    return new SinkPlans(List.of(new Entry(recipient -> true, plan)));
  }

  /** The plan for mail of this recipient. */
  SinkPlan of(String recipient) {
    return entries.stream()
        .filter(entry -> !(entry.plan() instanceof SinkPlan.AcceptAll))
        .filter(entry -> entry.isFor().test(recipient))
        .map(Entry::plan)
        .findFirst()
        .orElseGet(SinkPlan.AcceptAll::new);
  }

  /** Whether connections are turned away before anybody says whom they are for. */
  boolean turnsAway() {
    return entries.stream().anyMatch(entry -> entry.plan() instanceof SinkPlan.TurnAway);
  }
}
