package dev.etrn.load.scenario;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** The script of each session of a population, after its greeting and EHLO. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "script")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SessionScript.Ask.class, name = "ask"),
  @JsonSubTypes.Type(value = SessionScript.Send.class, name = "send")
})
public sealed interface SessionScript {

  /**
   * A script that sends ETRN for nodes in turn.
   *
   * @param times the number of ETRNs in a session; each waits for the reply to the one before it
   * @param end the end of the session
   */
  record Ask(int times, End end) implements SessionScript {}

  /** A script that sends one message with {@code octets} of content to the next node, and QUIT. */
  record Send(int octets) implements SessionScript {}

  /** The end of a session. */
  enum End {
    /** The session ends with QUIT and its reply. */
    QUIT,
    /**
     * The session writes its last ETRN, and resets the connection without waiting for the reply.
     */
    RESET
  }
}
