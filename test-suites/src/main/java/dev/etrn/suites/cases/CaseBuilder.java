package dev.etrn.suites.cases;

import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.catalogue.Need;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.judge.Judges;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The builder of a case, from its id to its judge. */
public final class CaseBuilder {

  private final String id;
  private final String title;
  private List<String> requirements = List.of();
  private String expected = "";
  private Set<Need> needs = Set.of();
  private boolean releasesMail;
  private boolean takesLong;
  private Script script = stage -> {};
  private int revision = 1;

  private CaseBuilder(String id, String title) {
    this.id = id;
    this.title = title;
  }

  /**
   * @param id an id such as {@code etrn.reply.no-argument}
   * @param title a claim about a correct server, in one sentence
   */
  public static CaseBuilder of(String id, String title) {
    return new CaseBuilder(id, title);
  }

  /** Sets the revision, which counts the changes of what the case asks for; the default is 1. */
  public CaseBuilder revision(int revision) {
    this.revision = revision;
    return this;
  }

  /** Sets the requirements that the case covers, the main one first. */
  public CaseBuilder covers(String... requirements) {
    this.requirements = Stream.of(requirements).distinct().toList();
    return this;
  }

  /** Sets the description of what is accepted, in a few words. */
  public CaseBuilder expects(String expected) {
    this.expected = expected;
    return this;
  }

  public CaseBuilder needs(Need... needs) {
    this.needs = Set.copyOf(List.of(needs));
    return this;
  }

  /** Marks the case as one that watches mail move, and so has the target for itself. */
  public CaseBuilder releasesMail() {
    this.releasesMail = true;
    return this;
  }

  /** Marks the case as one that waits for longer than others, so that it is begun before them. */
  public CaseBuilder takesLong() {
    this.takesLong = true;
    return this;
  }

  public CaseBuilder script(Script script) {
    this.script = script;
    return this;
  }

  /** Returns the case, judged if the target greeted and offers ETRN; a 421 leaves it open. */
  public Case judgedWhenOffered(Judge judge) {
    return build(Judges.whenOffered(requirements.get(0), judge));
  }

  /** Returns the case, judged if the target greeted; for cases about the announcement itself. */
  public Case judgedWhenGreeted(Judge judge) {
    return build(Judges.whenGreeted(requirements.get(0), judge));
  }

  /** {@link #judgedWhenOffered} for cases that may well provoke a 421. */
  public Case judgedWhenOfferedDespite421(Judge judge) {
    return build(Judges.whenOfferedDespite421(requirements.get(0), judge));
  }

  /** {@link #judgedWhenGreeted} for cases that may well provoke a 421 or a 530. */
  public Case judgedWhenGreetedDespite421(Judge judge) {
    return build(Judges.whenGreetedDespite421(requirements.get(0), judge));
  }

  private Case build(Judge judge) {
    var info = new CaseInfo(id, revision, title, requirements, expected, needs, releasesMail);
    return new Case(info, script, judge, takesLong);
  }
}
