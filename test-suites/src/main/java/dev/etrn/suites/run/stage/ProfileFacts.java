package dev.etrn.suites.run.stage;

import dev.etrn.suites.targets.profile.EtrnForm;
import dev.etrn.suites.targets.profile.Nodes;
import dev.etrn.suites.targets.profile.TargetProfile;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The facts about the configuration that judges need, as facts of a transcript: value by name. */
public final class ProfileFacts {

  private ProfileFacts() {}

  /** Returns the facts in the order in which they are recorded. */
  public static Map<String, String> of(TargetProfile profile) {
    var facts = new LinkedHashMap<String, String>();
    nodes(facts, profile.nodes());
    profile.etrnsPerSession().ifPresent(n -> facts.put("limit.etrns", Integer.toString(n)));
    facts.put("within", profile.within().toMillis() + " ms");
    if (profile.release().scheduled()) {
      facts.put("release.scheduled", "true");
    }
    facts.put("target.minimal", Boolean.toString(profile.minimal()));
    facts.put("target.tls", profile.tls().word());
    profile.keyword().ifPresent(keyword -> facts.put("target.keyword", keyword.text()));
    if (profile.forms().size() < EtrnForm.values().length) {
      facts.put("target.forms", formWords(profile));
    }
    return facts;
  }

  private static void nodes(Map<String, String> facts, Nodes nodes) {
    nodes.permitted().ifPresent(name -> facts.put("node.permitted", name));
    nodes.sibling().ifPresent(name -> facts.put("node.sibling", name));
    nodes.empty().ifPresent(name -> facts.put("node.empty", name));
    nodes.denied().ifPresent(name -> facts.put("node.denied", name));
    nodes.unknown().ifPresent(name -> facts.put("node.unknown", name));
    nodes.queue().ifPresent(name -> facts.put("node.queue", name));
    nodes.similar().ifPresent(name -> facts.put("node.similar", name));
  }

  private static String formWords(TargetProfile profile) {
    return profile.forms().stream().map(EtrnForm::word).sorted().collect(Collectors.joining(" "));
  }
}
