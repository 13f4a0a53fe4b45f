package dev.etrn.suites.clients;

/** Something that a client, or the way it is run, must offer for a case to say anything of it. */
public enum Ability {
  /** The harness says what the client asks for. */
  TAKES_NODES("a client that can be told what to ask for: {nodes} or {node} in --run"),
  /** The harness can give the client a name that is none. */
  TAKES_ODD_NODES("a client whose names the harness itself can set: {nodes} or {node} in --run"),
  /** The client asks for several nodes in one session. */
  SEVERAL_NODES("a client that asks for several nodes: {nodes} in --run, or several in its set-up"),
  /** There is an exit code. */
  EXIT_CODE("the exit code of a command: --run"),
  /** The client sends mail over the session of its ETRN. */
  MAIL("a client that sends mail over the session of its ETRN, as PMDF's sendetrn does"),
  /** It is known where the client takes its mail. */
  CONNECT_BACK("to know where the client takes its mail: --connect-back HOST:PORT"),
  /** It is known how long the client waits for a reply. */
  REPLY_TIMEOUT("to know how long the client waits for a reply: --reply-timeout SECONDS");

  private final String wanted;

  Ability(String wanted) {
    this.wanted = wanted;
  }

  /** What would be needed, as a part of a sentence. */
  public String wanted() {
    return wanted;
  }
}
