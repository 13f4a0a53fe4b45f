package dev.etrn.suites.catalogue;

import java.util.List;
import java.util.Set;

/**
 * The description of a case, from which names, documents and reports are made.
 *
 * @param id the stable id, such as {@code etrn.reply.no-argument}; its second part is the area
 * @param revision the number of the version of what the case asks for, from 1
 * @param title a claim about a correct server or client, in one sentence
 * @param requirements the ids of the requirements that it covers, the main one first
 * @param expected the accepted behaviour, in a few words
 * @param needs the needs that the configuration must meet
 * @param releasesMail true if it watches mail move, and so must have the target for itself
 */
public record CaseInfo(
    String id,
    int revision,
    String title,
    List<String> requirements,
    String expected,
    Set<Need> needs,
    boolean releasesMail) {

  public CaseInfo {
    requirements = List.copyOf(requirements);
    needs = Set.copyOf(needs);
  }

  /** Returns true if this is a rule that is judged on every session of a run, without a script. */
  public boolean isInvariant() {
    return area().equals("session");
  }

  public String area() {
    return id.split("\\.", 3)[1];
  }
}
