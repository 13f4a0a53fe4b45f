package dev.etrn.server.etrn;

/**
 * What an ETRN line asks for (RFC 1985 section 5).
 *
 * @param form plain, {@code @} or {@code #}
 * @param name lower-case domain or channel name, without the option character
 */
public record EtrnRequest(Form form, String name) {

  /** RFC 1985 section 5.3. */
  public enum Form {
    NODE,
    SUBTREE,
    QUEUE
  }

  /** The name as an ETRN line gives it, for reply texts. */
  public String argument() {
    return switch (form) {
      case NODE -> name;
      case SUBTREE -> "@" + name;
      case QUEUE -> "#" + name;
    };
  }
}
