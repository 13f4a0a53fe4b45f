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
 * The view of the specifications, section by section in the words of the catalogue, with markers
 * that open the result of each requirement.
 *
 * <p>RFC 1985 comes first, with headings of our own; other specifications follow if a case covers
 * them.
 */
final class SpecificationView {

  private static final String RFC_1985 = "RFC 1985";

  /** The text between a specification and the place in it. */
  private static final Pattern PLACE = Pattern.compile(" (section|key) ");

  /** The headings of the sections of RFC 1985. */
  private static final Map<String, String> HEADINGS =
      Map.of(
          "2", "The EHLO keyword",
          "3", "The direction of the connections",
          "4", "Node names",
          "5", "The command",
          "5.1", "Actions and replies of the server",
          "5.2", "Actions of the client",
          "5.3", "Release of subdomains and queues",
          "6", "Minimal implementation",
          "7", "An example session",
          "8", "Security");

  private final Map<String, List<CaseInfo>> casesOf = new HashMap<>();
  private final Function<List<CaseInfo>, List<List<EvidenceLink>>> markers;

  private SpecificationView(
      Collection<CaseInfo> cases, Function<List<CaseInfo>, List<List<EvidenceLink>>> markers) {
    this.markers = markers;
    for (CaseInfo info : cases) {
      info.requirements()
          .forEach(id -> casesOf.computeIfAbsent(id, key -> new ArrayList<>()).add(info));
    }
  }

  /**
   * Returns the specifications.
   *
   * @param cases the cases that were played
   * @param markers the markers of some cases, for each target
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
    return requirements(name).stream()
        .anyMatch(requirement -> casesOf.containsKey(requirement.id()));
  }

  private List<Map<String, Object>> sections(String name) {
    return requirements(name).stream()
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
        requirements(name).stream()
            .filter(r -> r.spec().equals(spec))
            .map(this::requirement)
            .toList());
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

  /** Returns the reason why no case covers a requirement. */
  private static String why(Requirement requirement) {
    if (!requirement.unitTests().isEmpty()) {
      return "no case; tests of this project cover it in the reference server or client";
    }
    return requirement.untestable().orElse("no case of this run");
  }

  private static List<Requirement> requirements(String name) {
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
