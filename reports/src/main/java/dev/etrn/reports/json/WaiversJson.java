package dev.etrn.reports.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.suites.run.Expectations;
import dev.etrn.suites.target.Waiver;

/** Waivers as {@code results.json} keeps them, so that a recorded run can be looked at again. */
final class WaiversJson {

  private WaiversJson() {}

  static void write(ArrayNode list, Expectations expectations) {
    for (Waiver waiver : expectations.waivers().all()) {
      ObjectNode node = list.addObject();
      node.put("case", waiver.caseId()).put("reason", waiver.reason());
      waiver.link().ifPresent(link -> node.put("link", link.toString()));
      node.put("expires", waiver.expires().toString());
      ObjectNode evidence = node.putObject("evidence");
      evidence.put("verdict", waiver.evidence().verdict().name());
      waiver.evidence().contains().ifPresent(text -> evidence.put("contains", text));
      waiver.evidence().matches().ifPresent(p -> evidence.put("matches", p.toString()));
      expectations.stale().stream()
          .filter(stale -> stale.waiver().equals(waiver))
          .forEach(stale -> node.put("stale", stale.why()));
    }
  }
}
