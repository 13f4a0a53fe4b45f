package dev.etrn.suites.cases.session;

import dev.etrn.suites.judge.Finding;
import dev.etrn.suites.transcript.Transcript;
import java.util.List;
import java.util.function.Function;

/**
 * The sessions of a transcript, read once for all rules.
 *
 * @param transcript the transcript, which also has the deliveries to the exchanger
 * @param conversations the conversations of clients, in order
 */
public record Sessions(Transcript transcript, List<Conversation> conversations) {

  public Sessions {
    conversations = List.copyOf(conversations);
  }

  public static Sessions of(Transcript transcript) {
    return new Sessions(transcript, Conversation.all(transcript));
  }

  boolean isGreeted() {
    return conversations.stream().anyMatch(Conversation::isGreeted);
  }

  List<Finding> each(Function<Conversation, List<Finding>> rule) {
    return conversations.stream()
        .flatMap(conversation -> rule.apply(conversation).stream())
        .toList();
  }
}
