package dev.etrn.server.wire;

/**
 * A template of replies with the same beginning and different last words, such as a node's name.
 *
 * <p>The octets of the beginning are encoded once, which makes a frequent reply cheap.
 */
public final class ReplyTemplate {

  private final int code;
  private final byte[] beginning;

  private ReplyTemplate(int code, byte[] beginning) {
    this.code = code;
    this.beginning = beginning;
  }

  /**
   * Returns a template whose text begins with an enhanced status code.
   *
   * @param enhanced the enhanced code, such as {@code 2.5.0}; its class is the code's first digit
   *     (ESC-002)
   * @param beginning the beginning of the text, with the blank before the last words
   */
  public static ReplyTemplate of(int code, String enhanced, String beginning) {
    byte[] whole = SmtpReply.of(code, enhanced, beginning).octets();
    byte[] withoutEnd = new byte[whole.length - SmtpReply.END.length];
    System.arraycopy(whole, 0, withoutEnd, 0, withoutEnd.length);
    return new ReplyTemplate(code, withoutEnd);
  }

  /** Returns the reply whose text ends in {@code words}. */
  public SmtpReply with(String words) {
    return SmtpReply.after(code, beginning, words);
  }
}
