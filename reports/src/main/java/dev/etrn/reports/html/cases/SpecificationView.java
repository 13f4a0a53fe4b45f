package dev.etrn.reports.html.cases;

import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.catalogue.Requirement;
import dev.etrn.suites.catalogue.requirements.Requirements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The specifications, section by section in the words of the catalogue, with markers that open what
 * came of each requirement.
 *
 * <p>RFC 1985 comes first, with headings of our own; of the others those that a case speaks of.
 */
final class SpecificationView {

  private static final String RFC_1985 = "RFC 1985";

  /** Between a specification and the place in it. */
  private static final Pattern PLACE = Pattern.compile(" (section|key) ");

  /** What the sections of RFC 1985 are about. */
  private static final Map<String, String> HEADINGS =
      Map.of(
          "2", "What EHLO announces",
          "3", "Who connects to whom",
          "4", "What a node is called",
          "5", "The command",
          "5.1", "What the server does and answers",
          "5.2", "What the client does",
          "5.3", "Releasing sub-domains and queues",
          "6", "The least that will do",
          "7", "A session as an example",
          "8", "Security");

  private final Map<String, List<CaseInfo>> casesOf = new HashMap<>();
  private final Function<List<CaseInfo>, List<List<EvidenceLink>>> markers;

  private SpecificationView(
      Collection<CaseInfo> cases, Function<List<CaseInfo>, List<List<EvidenceLink>>> markers) {
    this.markers = markers;
    for (CaseInfo info : cases) {
      info.requirements()
          .forEach(id -> casesOf.computeIfAbsent(id, one -> new ArrayList<>()).add(info));
    }
  }

  /**
   * @param cases that were played
   * @param markers for each target those of some cases
   */
  static List<Map<String, Object>> of(
      Collection<CaseInfo> cases, Function<List<CaseInfo>, List<List<EvidenceLink>>> markers) {
    return new SpecificationView(cases, markers).specifications();
  }

  private List<Map<String, Object>> specifications() {
    return Requirements.all().stream()
        .map(r -> name(r.spec()))
        .distinct()
        .sorted(Comparator.comparing(name -> !name.equals(RFC_1985)))
        .filter(this::isPlayed)
        .map(name -> Map.<String, Object>of("name", name, "sections", sections(name)))
        .toList();
  }

  private boolean isPlayed(String name) {
    return of(name).stream().anyMatch(requirement -> casesOf.containsKey(requirement.id()));
  }

  private List<Map<String, Object>> sections(String name) {
    return of(name).stream()
        .map(Requirement::spec)
        .distinct()
        .sorted(Comparator.comparing(SpecificationView::number, SectionNumber::compare))
        .map(spec -> section(name, spec))
        .toList();
  }

  private Map<String, Object> section(String name, String spec) {
    String number = number(spec);
    String heading = name.equals(RFC_1985) ? HEADINGS.getOrDefault(number, "") : "";
    return Map.of(
        "kind",
        spec.contains(" key ") ? "Key" : "Section",
        "number",
        number,
        "heading",
        heading,
        "requirements",
        of(name).stream().filter(r -> r.spec().equals(spec)).map(this::requirement).toList());
  }

  private Map<String, Object> requirement(Requirement requirement) {
    List<CaseInfo> cases = casesOf.getOrDefault(requirement.id(), List.of());
    return Map.of(
        "id", requirement.id(),
        "level", requirement.level().name(),
        "sentence", requirement.sentence(),
        "played", !cases.isEmpty(),
        "why", why(requirement),
        "cells", markers.apply(cases));
  }

  /** Why no case speaks of a requirement. */
  private static String why(Requirement requirement) {
    if (!requirement.unitTests().isEmpty()) {
      return "no case; tests of this project cover it in its own server or client";
    }
    return requirement.untestable().orElse("no case of this run");
  }

  private static List<Requirement> of(String name) {
    return Requirements.all().stream().filter(r -> name(r.spec()).equals(name)).toList();
  }

  private static String name(String spec) {
    return PLACE.split(spec, 2)[0];
  }

  private static String number(String spec) {
    String[] parts = PLACE.split(spec, 2);
    return parts.length < 2 ? "" : parts[1];
  }
}
