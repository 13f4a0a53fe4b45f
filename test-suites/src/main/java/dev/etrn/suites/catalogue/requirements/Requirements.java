package dev.etrn.suites.catalogue.requirements;

import dev.etrn.suites.catalogue.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The list of all requirements that cases may name. */
public final class Requirements {

  private static final List<Requirement> ALL =
      Stream.of(
              EtrnRequirements.all(),
              SmtpRequirements.all(),
              PipeliningRequirements.all(),
              TlsRequirements.all(),
              AuthRequirements.all(),
              StatusCodeRequirements.all(),
              InternationalizedEmailRequirements.all(),
              OdmrRequirements.all(),
              PmdfRequirements.all(),
              ClientRequirements.all(),
              AbuseRequirements.all(),
              DeclarationRequirements.all())
          .flatMap(List::stream)
          .toList();
  private static final Map<String, Requirement> BY_ID =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Requirement::id, Function.identity()));

  private Requirements() {}

  /** Returns all requirements, in the order of their specifications. */
  public static List<Requirement> all() {
    return ALL;
  }

  /**
   * Returns the requirement with this id.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Requirement byId(String id) {
    return find(id).orElseThrow(() -> new IllegalArgumentException("no such requirement: " + id));
  }

  /** Returns the requirement with this id; empty if this version does not know it. */
  public static Optional<Requirement> find(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }
}
