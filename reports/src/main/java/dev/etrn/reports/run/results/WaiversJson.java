package dev.etrn.reports.run.results;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.judge.Verdict;
import dev.etrn.suites.run.result.Expectations;
import dev.etrn.suites.waivers.Waiver;
import dev.etrn.suites.waivers.Waivers;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/** The waivers in {@code results.json}, so that a recorded run can be shown again. */
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

  static Waivers read(JsonFields root) throws HarnessConfigurationException {
    var waivers = new ArrayList<Waiver>();
    for (JsonFields waiver : root.objects("waivers")) {
      JsonFields evidence = waiver.object("evidence");
      waivers.add(
          new Waiver(
              waiver.text("case"),
              waiver.text("reason"),
              waiver.optionalText("link").isPresent()
                  ? Optional.of(waiver.value("link", WaiversJson::link))
                  : Optional.empty(),
              waiver.value("expires", LocalDate::parse),
              new Waiver.Evidence(
                  evidence.value("verdict", Verdict::valueOf),
                  evidence.optionalText("contains"),
                  evidence.optionalText("matches").isPresent()
                      ? Optional.of(evidence.value("matches", Pattern::compile))
                      : Optional.empty())));
    }
    return new Waivers(waivers);
  }

  /** Returns a URI that a page may have as a link. */
  private static URI link(String text) {
    if (!text.matches("https?://.*")) {
      throw new IllegalArgumentException("neither http nor https");
    }
    return URI.create(text);
  }
}
