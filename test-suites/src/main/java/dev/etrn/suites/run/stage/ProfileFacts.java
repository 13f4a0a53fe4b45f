package dev.etrn.suites.run.stage;

import dev.etrn.suites.targets.profile.EtrnForm;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.transcript.Event;
import dev.etrn.suites.transcript.FactKey;
import dev.etrn.suites.transcript.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/** The facts about the configuration that judges need, for a recorder that adds the time. */
public final class ProfileFacts {

  private final List<LongFunction<Event.Fact>> facts = new ArrayList<>();

  private ProfileFacts() {}

  /** Returns the facts in the order in which they are recorded. */
  public static List<LongFunction<Event.Fact>> of(TargetProfile profile) {
    var builder = new ProfileFacts();
    builder.nodes(profile.nodes());
    builder.terms(profile);
    return List.copyOf(builder.facts);
  }

  private void terms(TargetProfile profile) {
    profile.etrnsPerSession().ifPresent(limit -> add(Facts.ETRN_LIMIT, limit));
    add(Facts.WITHIN, profile.within());
    if (profile.release().scheduled()) {
      add(Facts.SCHEDULED, true);
    }
    add(Facts.MINIMAL, profile.minimal());
    add(Facts.TLS, profile.tls().word());
    profile.keyword().ifPresent(keyword -> add(Facts.KEYWORD, keyword.text()));
    if (profile.forms().size() < EtrnForm.values().length) {
      add(Facts.FORMS, profile.forms().stream().map(EtrnForm::word).sorted().toList());
    }
  }

  private void nodes(Nodes nodes) {
    add(Facts.PERMITTED_NODE, nodes.permitted());
    add(Facts.SIBLING_NODE, nodes.sibling());
    add(Facts.EMPTY_NODE, nodes.empty());
    add(Facts.DENIED_NODE, nodes.denied());
    add(Facts.UNKNOWN_NODE, nodes.unknown());
    add(Facts.QUEUE, nodes.queue());
    add(Facts.SIMILAR_NODE, nodes.similar());
  }

  private void add(FactKey<String> key, Optional<String> name) {
    name.ifPresent(given -> add(key, given));
  }

  private <T> void add(FactKey<T> key, T value) {
    facts.add(key.of(value));
  }
}
