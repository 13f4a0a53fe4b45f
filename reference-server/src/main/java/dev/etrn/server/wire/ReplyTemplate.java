package dev.etrn.server.wire;

/**
 * Replies that begin alike and end in words that differ, such as a node's name.
 *
 * <p>The octets of the beginning are made once, which is what makes a busy reply cheap.
 */
public final class ReplyTemplate {

  private final int code;
  private final byte[] beginning;

  private ReplyTemplate(int code, byte[] beginning) {
    this.code = code;
    this.beginning = beginning;
  }

  /**
   * A form whose text begins with an enhanced status code.
   *
   * @param enhanced such as {@code 2.5.0}; its class is the code's first digit (ESC-002)
   * @param beginning of the text, with the blank before the words that differ
   */
  public static ReplyTemplate of(int code, String enhanced, String beginning) {
    byte[] whole = SmtpReply.of(code, enhanced, beginning).octets();
    byte[] withoutEnd = new byte[whole.length - SmtpReply.END.length];
    System.arraycopy(whole, 0, withoutEnd, 0, withoutEnd.length);
    return new ReplyTemplate(code, withoutEnd);
  }

  /** The reply whose text goes on with {@code words}. */
  public SmtpReply with(String words) {
    return SmtpReply.after(code, beginning, words);
  }
}
