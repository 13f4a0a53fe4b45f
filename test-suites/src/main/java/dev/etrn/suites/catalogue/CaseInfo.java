package dev.etrn.suites.catalogue;

import java.util.List;
import java.util.Set;

/**
 * What a case says of itself; names, docs and reports all come from here.
 *
 * @param id stable, such as {@code etrn.reply.no-argument}; its second part is the area
 * @param revision counts changes of what the case asks for, from 1
 * @param title one sentence, what a correct server does
 * @param requirements ids of the requirements it covers, the main one first
 * @param expected what is accepted, in a few words
 * @param needs what the configuration must offer
 * @param releasesMail whether it watches mail move, and so must have the target for itself
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

  /** Whether this is a rule that is judged on every session of a run, and has no script. */
  public boolean isInvariant() {
    return area().equals("session");
  }

  public String area() {
    return id.split("\\.", 3)[1];
  }
}
