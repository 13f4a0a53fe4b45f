package dev.etrn.suites.cases;

import dev.etrn.suites.catalogue.CaseInfo;
import dev.etrn.suites.catalogue.Need;
import dev.etrn.suites.judge.Judge;
import dev.etrn.suites.judge.Judges;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes a case down, from its id to its judge. */
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
   * @param id such as {@code etrn.reply.no-argument}
   * @param title one sentence: what a correct server does
   */
  public static CaseBuilder of(String id, String title) {
    return new CaseBuilder(id, title);
  }

  /** Counts changes of what the case asks for; 1 when it is not said. */
  public CaseBuilder revision(int count) {
    this.revision = count;
    return this;
  }

  /** The main requirement first. */
  public CaseBuilder covers(String... requirements) {
    this.requirements = Stream.of(requirements).distinct().toList();
    return this;
  }

  /** What is accepted, in a few words. */
  public CaseBuilder expects(String expected) {
    this.expected = expected;
    return this;
  }

  public CaseBuilder needs(Need... needs) {
    this.needs = Set.copyOf(List.of(needs));
    return this;
  }

  /** The case watches mail move, and has the target for itself. */
  public CaseBuilder releasesMail() {
    this.releasesMail = true;
    return this;
  }

  /** The case waits for longer than others, so that it is begun before them. */
  public CaseBuilder takesLong() {
    this.takesLong = true;
    return this;
  }

  public CaseBuilder script(Script script) {
    this.script = script;
    return this;
  }

  /** The case, judged when the target greeted and offers ETRN. */
  public Case judgedBy(Judge judge) {
    return with(Judges.inSession(requirements.get(0), judge));
  }

  /** The case, judged when the target greeted; for cases on the announcement itself. */
  public Case judgedWhenGreeted(Judge judge) {
    return with(Judges.greeted(requirements.get(0), judge));
  }

  /** As {@link #judgedBy}, for cases that may well provoke a 421. */
  public Case judgedDespiteFarewell(Judge judge) {
    return with(Judges.greetedAtAll(requirements.get(0), judge));
  }

  /** As {@link #judgedWhenGreeted}, for cases that may well provoke a 421 or a 530. */
  public Case judgedInAnySession(Judge judge) {
    return with(Judges.inAnySession(requirements.get(0), judge));
  }

  private Case with(Judge judge) {
    var info = new CaseInfo(id, revision, title, requirements, expected, needs, releasesMail);
    return new Case(info, script, judge, takesLong);
  }
}
