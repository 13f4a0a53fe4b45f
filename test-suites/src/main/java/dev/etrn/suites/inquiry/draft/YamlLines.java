package dev.etrn.suites.inquiry.draft;

/** The lines of a YAML file, with aligned comments. */
final class YamlLines {

  private static final int COLUMN = 34;

  private final StringBuilder text = new StringBuilder();

  /** Adds a comment on a line of its own. */
  YamlLines comment(String comment) {
    text.append(comment.isEmpty() ? "#" : "# " + comment).append('\n');
    return this;
  }

  /** Adds a key at the top, with more keys below it. */
  YamlLines part(String key) {
    text.append(key).append(":\n");
    return this;
  }

  /** Adds a key of the part, with a comment. */
  YamlLines key(String key, String value, String comment) {
    return line("  " + key + ": " + value, comment);
  }

  /** Adds a key and a value at the top. */
  YamlLines plain(String content, String comment) {
    return line(content, comment);
  }

  /** Adds a key of the part, commented out. */
  YamlLines unused(String key, String value, String comment) {
    return line("  # " + key + ": " + value, comment);
  }

  /** Adds a part, commented out. */
  YamlLines unusedPart(String key, String comment) {
    return line("# " + key + ":", comment);
  }

  /** Adds a key of a part that is commented out. */
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
