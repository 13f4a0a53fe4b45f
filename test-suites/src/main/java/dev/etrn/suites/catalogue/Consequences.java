package dev.etrn.suites.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What breaking a requirement means for people: for those who wait for mail, those whose mail it
 * is, and those who run the server.
 *
 * <p>One sentence serves several requirements where the same comes of breaking them. A requirement
 * that no case has for its main one has none.
 */
public final class Consequences {

  private record Theme(String sentence, List<String> requirements) {}

  private static final Map<String, String> BY_REQUIREMENT = byRequirement();

  private Consequences() {}

  /** What failing a case means: the consequence of breaking its main requirement. */
  public static Optional<String> of(CaseInfo info) {
    return of(info.requirements().get(0));
  }

  /** The consequence of breaking the requirement with this id, in one sentence. */
  public static Optional<String> of(String requirement) {
    return Optional.ofNullable(BY_REQUIREMENT.get(requirement));
  }

  private static Map<String, String> byRequirement() {
    var all = new HashMap<String, String>();
    Stream.of(release(), replies(), names(), lines(), sessions(), secrecy(), load(), clients())
        .flatMap(List::stream)
        .forEach(theme -> theme.requirements().forEach(id -> put(all, id, theme.sentence())));
    return Map.copyOf(all);
  }

  private static void put(Map<String, String> all, String id, String sentence) {
    if (all.put(Requirements.byId(id).id(), sentence) != null) {
      throw new IllegalStateException(id + " has two consequences");
    }
  }

  private static Theme theme(String sentence, String... requirements) {
    return new Theme(sentence, List.of(requirements));
  }

  private static List<Theme> release() {
    return List.of(
        theme(
            "Mail of a partner stays with the provider although the partner asked for it.",
            "ETRN-021",
            "ETRN-045",
            "ETRN-061"),
        theme(
            "Mail may be handed to whoever opened the connection, instead of to the partner's own"
                + " exchanger; and the client that asked is given commands that it never expected.",
            "ETRN-022"),
        theme(
            "Mail of a partner that did not ask is sent, perhaps over a line that is down or dear"
                + " to use.",
            "ETRN-018",
            "ETRN-024",
            "ETRN-049"),
        theme(
            "Names that merely look alike set off the deliveries of strangers.",
            "ETRN-048",
            "SEC-007"),
        theme(
            "A partner with many hosts gets the mail of some of them only, and believes that it has"
                + " all.",
            "ETRN-047"),
        theme("A partner that is served by queue gets nothing when it asks for it.", "ETRN-052"),
        theme(
            "When a line breaks at the wrong moment a message is gone, and neither who sent it nor"
                + " who waits for it is told; or people get it twice for nothing.",
            "SMTP-037"),
        theme(
            "People get the same message twice, which nobody can take back.",
            "ETRN-057",
            "SEC-036"),
        theme(
            "A client that dials up pays for a line on which it waits for nothing, or gives up and"
                + " believes that the request failed.",
            "ETRN-025",
            "ETRN-059"),
        theme(
            "Whoever is refused can start deliveries all the same, so the refusal protects nobody.",
            "SEC-037"));
  }

  private static List<Theme> replies() {
    return List.of(
        theme(
            "Clients cannot find out that the server does ETRN, and never ask: their mail waits"
                + " until the server tries by itself.",
            "ETRN-001",
            "ETRN-002",
            "ETRN-003"),
        theme(
            "Clients misread what else the server can do, and mail goes wrong in other ways.",
            "SMTP-006"),
        theme(
            "A client that was given the roles reversed takes mail over a connection that proved"
                + " nothing about who it is.",
            "ODMR-010"),
        theme(
            "A client that goes by the list of codes takes a success for a failure, and asks again"
                + " or raises an alarm.",
            "ETRN-026"),
        theme(
            "A client cannot tell what is wrong, and tries again what can never work, or gives up"
                + " what would have.",
            "ETRN-020",
            "ETRN-028"),
        theme(
            "A mistake in a name in the client's set-up is not told to it as one: mail stays where"
                + " it is, and nobody learns why.",
            "ETRN-038",
            "ETRN-039",
            "ETRN-040",
            "ETRN-041",
            "ETRN-005",
            "ETRN-007",
            "ETRN-008",
            "ETRN-009"),
        theme(
            "A client believes that mail is coming, or that none is, and waits in vain or hangs up"
                + " too early.",
            "ETRN-029",
            "ETRN-031"),
        theme(
            "Whoever reads the client's log cannot tell which name was refused, and why.",
            "ETRN-034",
            "ETRN-036"),
        theme(
            "Client and server lose step: a reply is taken for the answer to another command, so"
                + " that mail is believed sent that was not.",
            "ETRN-058",
            "PIPE-003",
            "SMTP-022"),
        theme(
            "Programs and people that go by the enhanced code are told something else than those"
                + " that go by the code.",
            "ESC-001",
            "ESC-003"));
  }

  private static List<Theme> names() {
    return List.of(
        theme(
            "Partners whose names are correct, but short, long or unusual, cannot ask for their"
                + " mail.",
            "ETRN-042",
            "ETRN-043",
            "ETRN-046",
            "SMTP-039",
            "IDN-002"),
        theme(
            "Correct requests of correct clients are refused, and their mail stays.",
            "ETRN-006",
            "ETRN-044",
            "SMTP-010",
            "SMTP-011",
            "SMTP-016"),
        theme(
            "What is no name goes on to the queue, to logs and to look-ups, which were never made"
                + " for it.",
            "ETRN-016",
            "ETRN-063",
            "SMTP-018",
            "SMTP-019",
            "SMTP-021",
            "SEC-020",
            "SEC-021"),
        theme("Someone from outside can forge or hide lines in the log of the server.", "SEC-022"),
        theme(
            "A name from outside may be run as a command, a query or a path on the server.",
            "SEC-023",
            "SEC-024"));
  }

  private static List<Theme> lines() {
    return List.of(
        theme(
            "Two servers in a row disagree on where a line ends, so that commands can be smuggled"
                + " past the one that checks them.",
            "SMTP-012",
            "SMTP-013",
            "SMTP-014",
            "SEC-016"),
        theme(
            "A message can be smuggled inside another, under a sender that was never checked.",
            "SEC-017"),
        theme(
            "A piece of a line is executed as a command that nobody sent.",
            "SMTP-015",
            "SMTP-017",
            "SEC-018",
            "AUTH-005"),
        theme(
            "The text of a letter is executed as a command, and is missing from the letter.",
            "ETRN-014"),
        theme(
            "Clients that try an unknown command lose their session, and the mail in it.",
            "SMTP-031"),
        theme(
            "Clients that send several commands at once hang, or lose some of them, though the"
                + " server says that they may.",
            "PIPE-002",
            "PIPE-004",
            "PIPE-005",
            "PIPE-007",
            "PIPE-011"));
  }

  private static List<Theme> sessions() {
    return List.of(
        theme(
            "A client that asks where the specification lets it is refused, and its mail stays.",
            "ETRN-010",
            "ETRN-015",
            "ETRN-056",
            "SMTP-001",
            "SMTP-007",
            "SMTP-008",
            "SMTP-009"),
        theme(
            "A message that is being handed over can be lost or torn, without its sender being"
                + " told.",
            "ETRN-011",
            "ETRN-012",
            "ETRN-013",
            "PIPE-010"),
        theme("Old clients that know no EHLO cannot hand over mail.", "SMTP-002"),
        theme(
            "Clients lose their session without being told why, and ask again and again.",
            "SMTP-028",
            "SMTP-029"),
        theme(
            "Programs that talk before they listen, which are mostly those of spammers, are served"
                + " like others.",
            "SMTP-033"),
        theme(
            "Whoever merely says to be a partner is treated as that partner, and decides when its"
                + " mail is sent.",
            "ETRN-062",
            "AUTH-003"),
        theme(
            "Someone on the way can slip commands in before encryption begins, and they are carried"
                + " out as the client's own.",
            "TLS-004",
            "TLS-005"),
        theme(
            "What was said in the clear, where anyone may have changed it, still holds where the"
                + " client believes itself safe.",
            "TLS-003",
            "TLS-007",
            "TLS-008",
            "TLS-011",
            "TLS-012"),
        theme(
            "A client goes by a list that does not hold, and is refused what it was offered.",
            "TLS-009"),
        theme(
            "Clients are not told that they must encrypt or authenticate first, or can do without"
                + " where the owner of the server demands it.",
            "TLS-001",
            "AUTH-001"),
        theme(
            "A session can change its identity midway, so that nobody can say who asked for what.",
            "AUTH-002"));
  }

  private static List<Theme> secrecy() {
    return List.of(
        theme(
            "Anyone can start deliveries of a partner, and so make the server and the partner busy"
                + " whenever they like.",
            "ETRN-019",
            "ETRN-050"),
        theme(
            "One request from outside starts the deliveries of everyone under a whole suffix.",
            "ETRN-051"),
        theme(
            "Strangers find out who the partners of the server are, by trying names.",
            "SEC-002",
            "SEC-003",
            "PMDF-043"),
        theme(
            "Strangers find out how the server is built inside, which helps them to attack it.",
            "SEC-001",
            "SEC-005",
            "SEC-038"),
        theme(
            "The server acts on ETRN otherwise than its manual says, so who set it up is misled.",
            "PMDF-001",
            "PMDF-002",
            "PMDF-003",
            "PMDF-004",
            "PMDF-044",
            "PMDF-045"));
  }

  private static List<Theme> load() {
    return List.of(
        theme(
            "One client can keep the server busy with its requests, and everyone else waits.",
            "PMDF-012",
            "PMDF-042",
            "TLS-010",
            "SEC-009",
            "SEC-025",
            "SEC-030",
            "SEC-031",
            "SEC-032"),
        theme(
            "A client whose line breaks takes the server down with it, or a part of it, for all"
                + " others.",
            "ETRN-060",
            "SEC-010",
            "SEC-019"),
        theme(
            "A host that is down is called over and over because someone asks, which costs both"
                + " ends and delays mail for others.",
            "SEC-012"));
  }

  private static List<Theme> clients() {
    return List.of(
        theme(
            "The client asks servers that know no ETRN, and takes their refusal for lost mail.",
            "CLI-001",
            "CLI-002",
            "CLI-003"),
        theme(
            "The client's own message is in danger, for servers may treat an ETRN in its midst as"
                + " they like.",
            "CLI-004",
            "CLI-013",
            "CLI-024"),
        theme(
            "Client and server lose step, and servers may hang up on the client: mail is neither"
                + " asked for nor sent.",
            "CLI-005",
            "CLI-011"),
        theme(
            "The client goes on where the server has said that it makes no sense, and may be locked"
                + " out as a nuisance.",
            "CLI-006",
            "CLI-021"),
        theme(
            "The mail of some of the client's names is never asked for.",
            "CLI-007",
            "CLI-008",
            "CLI-014",
            "CLI-017"),
        theme(
            "The client takes a request that worked for one that failed, or the reverse, and people"
                + " look for mail in the wrong place.",
            "CLI-009",
            "CLI-010",
            "CLI-012",
            "CLI-022"),
        theme(
            "The client sends what is no name, and whoever can set that name can put commands into"
                + " its session.",
            "CLI-015",
            "CLI-016"),
        theme(
            "Someone on the way decides what the client believes of the server, in spite of"
                + " encryption.",
            "CLI-018"),
        theme(
            "The client hangs for ever, or leaves so that the server keeps a dead session.",
            "CLI-019"),
        theme("The mail comes before anyone takes it, and goes back to waiting.", "CLI-020"),
        theme(
            "The client takes mail over a connection that proved nothing about who is at the other"
                + " end.",
            "CLI-023"));
  }
}
