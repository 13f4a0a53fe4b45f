package dev.etrn.server.etrn;

/**
 * The request of an ETRN line (RFC 1985 section 5).
 *
 * @param form the form: plain, {@code @} or {@code #}
 * @param name the domain or channel name in lower case, without the option character
 */
public record EtrnRequest(Form form, String name) {

  /** The forms of RFC 1985 section 5.3. */
  public enum Form {
    NODE,
    SUBTREE,
    QUEUE
  }

  /** Returns the name as it stands in an ETRN line, for reply texts. */
  public String argument() {
    return switch (form) {
      case NODE -> name;
      case SUBTREE -> "@" + name;
      case QUEUE -> "#" + name;
    };
  }
}
