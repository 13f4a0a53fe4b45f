package dev.etrn.load.measure;

/** The phase that a latency covers. */
public enum Phase {
  ETRN_REPLY("reply to ETRN"),
  FIRST_CONNECTION("ETRN to first connection back"),
  FIRST_MESSAGE("ETRN to first message"),
  LAST_MESSAGE("ETRN to last message");

  private final String title;

  Phase(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
