package dev.etrn.suites.wire.scripted;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The plan of the scripted server: a greeting, and for each verb the answers to its first, second
 * and further commands, counted over all connections of a visit. The last answer repeats.
 *
 * @param greeting the actions when a client connects
 * @param answers the answers by verb in upper case; {@link #CONTENT} is the content of a message
 */
public record ScriptedServerPlan(
    List<ScriptedAction> greeting, Map<String, List<List<ScriptedAction>>> answers) {

  /** The key among the verbs that stands for the content of a message. */
  public static final String CONTENT = ".";

  private static final String OWN_NAME = "provider.example";
  private static final List<ScriptedAction> UNKNOWN =
      List.of(new ScriptedAction.Say("500 5.5.2 unknown command\r\n"));

  public ScriptedServerPlan {
    greeting = List.copyOf(greeting);
    answers = Map.copyOf(answers);
  }

  /** Returns the plan of a server that offers these EHLO keywords and accepts everything. */
  public static ScriptedServerPlan offering(String... keywords) {
    var answers = new HashMap<String, List<List<ScriptedAction>>>();
    for (String verb : List.of("HELO", "MAIL", "RCPT", "RSET", "NOOP", "ETRN", CONTENT)) {
      answers.put(verb, replies("250 ok"));
    }
    answers.put("DATA", replies("354 go on"));
    answers.put("STARTTLS", replies("502 5.5.1 no TLS here"));
    answers.put(
        "QUIT",
        List.of(List.of(new ScriptedAction.Say("221 bye\r\n"), new ScriptedAction.Close())));
    return new ScriptedServerPlan(
            List.of(new ScriptedAction.Say("220 " + OWN_NAME + " ESMTP\r\n")), answers)
        .listing(OWN_NAME, keywords);
  }

  /** Returns a plan with another reply to EHLO: the first line's text, then a line per keyword. */
  public ScriptedServerPlan listing(String firstLine, String... keywords) {
    return answering("EHLO", List.of(new ScriptedAction.Say(ehlo(firstLine, keywords))));
  }

  /** Returns the reply to EHLO with these lines. */
  public static String ehlo(String firstLine, String... keywords) {
    List<String> lines = Stream.concat(Stream.of(firstLine), Stream.of(keywords)).toList();
    var reply = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      boolean isLast = i + 1 == lines.size();
      reply.append(isLast ? "250 " : "250-").append(lines.get(i)).append("\r\n");
    }
    return reply.toString();
  }

  /** Returns a plan with these one-line replies to the first, second and further commands. */
  public ScriptedServerPlan replying(String verb, String... lines) {
    return with(verb, replies(lines));
  }

  /** Returns a plan with these actions in answer to each of the commands. */
  public ScriptedServerPlan answering(String verb, List<ScriptedAction> actions) {
    return with(verb, List.of(actions));
  }

  /** Returns a plan with these actions for the first command, and others for all further ones. */
  public ScriptedServerPlan answering(
      String verb, List<ScriptedAction> first, List<ScriptedAction> further) {
    return with(verb, List.of(first, further));
  }

  /** Returns the actions for the {@code index}-th command of its verb, from 0. */
  List<ScriptedAction> answer(String verb, int index) {
    List<List<ScriptedAction>> verbAnswers = answers.getOrDefault(verb, List.of(UNKNOWN));
    return verbAnswers.get(Math.min(index, verbAnswers.size() - 1));
  }

  private ScriptedServerPlan with(String verb, List<List<ScriptedAction>> verbAnswers) {
    var newAnswers = new HashMap<>(answers);
    newAnswers.put(verb, verbAnswers);
    return new ScriptedServerPlan(greeting, newAnswers);
  }

  private static List<List<ScriptedAction>> replies(String... lines) {
    return Stream.of(lines)
        .map(line -> List.<ScriptedAction>of(new ScriptedAction.Say(line + "\r\n")))
        .toList();
  }
}
