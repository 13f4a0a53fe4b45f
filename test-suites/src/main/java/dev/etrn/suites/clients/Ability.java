package dev.etrn.suites.clients;

/** A feature of a client, or of the way it is run, that a case needs to judge the client. */
public enum Ability {
  /** The harness can set the nodes that the client asks for. */
  TAKES_NODES("a client that can be told what to ask for: {nodes} or {node} in --run"),
  /** The harness can give the client a name that is not a valid node name. */
  TAKES_ODD_NODES("a client whose names the harness itself can set: {nodes} or {node} in --run"),
  /** The client asks for several nodes in one session. */
  SEVERAL_NODES("a client that asks for several nodes: {nodes} in --run, or several in its set-up"),
  /** The client ends with an exit code. */
  EXIT_CODE("the exit code of a command: --run"),
  /** The client sends mail over the session of its ETRN. */
  MAIL("a client that sends mail over the session of its ETRN, as PMDF's sendetrn does"),
  /** The address at which the client takes its mail is known. */
  CONNECT_BACK("to know where the client takes its mail: --connect-back HOST:PORT"),
  /** The time that the client waits for a reply is known. */
  REPLY_TIMEOUT("to know how long the client waits for a reply: --reply-timeout SECONDS");

  private final String wanted;

  Ability(String wanted) {
    this.wanted = wanted;
  }

  /** Returns the missing feature, as part of a sentence. */
  public String wanted() {
    return wanted;
  }
}
