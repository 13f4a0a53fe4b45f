package dev.etrn.suites.inquiry.draft;

/** Lines of a YAML file whose comments stand below one another. */
final class YamlLines {

  private static final int COLUMN = 34;

  private final StringBuilder text = new StringBuilder();

  /** A comment that has the line for itself. */
  YamlLines comment(String comment) {
    text.append(comment.isEmpty() ? "#" : "# " + comment).append('\n');
    return this;
  }

  /** A key at the top, with more below it. */
  YamlLines part(String key) {
    text.append(key).append(":\n");
    return this;
  }

  /** A key of the part, with what is known of it. */
  YamlLines key(String key, String value, String comment) {
    return line("  " + key + ": " + value, comment);
  }

  /** A key and a value at the top. */
  YamlLines plain(String content, String comment) {
    return line(content, comment);
  }

  /** A key of the part that is left out of use. */
  YamlLines unused(String key, String value, String comment) {
    return line("  # " + key + ": " + value, comment);
  }

  /** A part that is left out of use. */
  YamlLines unusedPart(String key, String comment) {
    return line("# " + key + ":", comment);
  }

  /** A key of such a part. */
  YamlLines unusedPartKey(String key, String value, String comment) {
    return line("#   " + key + ": " + value, comment);
  }

  private YamlLines line(String content, String comment) {
    text.append(content);
    if (!comment.isEmpty()) {
      text.append(" ".repeat(Math.max(1, COLUMN - content.length()))).append("# ").append(comment);
    }
    text.append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
