package dev.etrn.load.scenario;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What each session of a population does, after its greeting and EHLO. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "script")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SessionScript.Ask.class, name = "ask"),
  @JsonSubTypes.Type(value = SessionScript.Send.class, name = "send")
})
public sealed interface SessionScript {

  /**
   * ETRN for nodes in turn.
   *
   * @param times how many in a session, one after the reply to the other
   * @param end how the session ends
   */
  record Ask(int times, End end) implements SessionScript {}

  /** One message to a node in its turn, of {@code octets} of content, and QUIT. */
  record Send(int octets) implements SessionScript {}

  /** How a session ends. */
  enum End {
    /** With QUIT and its reply. */
    QUIT,
    /** The last ETRN is written, and the connection reset without waiting for its reply. */
    RESET
  }
}
