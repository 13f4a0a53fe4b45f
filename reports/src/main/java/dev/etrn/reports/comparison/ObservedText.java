package dev.etrn.reports.comparison;

import java.util.regex.Pattern;

/**
 * The text of an observation, without parts that differ in any two runs: message tokens, times,
 * ports, queue ids and long numbers. Reply codes, enhanced status codes and small counts stay.
 */
final class ObservedText {

  private static final Pattern TOKEN =
      Pattern.compile("\\b[0-9a-f]+\\.etrn\\.[a-z]+\\.[a-z0-9-]+?(\\.r[0-9]+)?-[0-9]+\\b");
  private static final Pattern TIME =
      Pattern.compile("\\b[0-9]+([.,][0-9]+)? ?(ns|us|ms|s|seconds?|minutes?)\\b");
  private static final Pattern PORT = Pattern.compile("(?<=[\\w\\]]):[0-9]{2,5}\\b");
  private static final Pattern QUEUE_ID =
      Pattern.compile("\\b(?=[A-Za-z]*[0-9][A-Za-z]*[0-9])[0-9A-Za-z]{6,}\\b");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\b[0-9]{4,}\\b");

  private ObservedText() {}

  static boolean isSame(String first, String second) {
    return normalised(first).equals(normalised(second));
  }

  static String normalised(String observed) {
    String text = TOKEN.matcher(observed).replaceAll("TOKEN");
    text = TIME.matcher(text).replaceAll("TIME");
    text = PORT.matcher(text).replaceAll(":PORT");
    text = QUEUE_ID.matcher(text).replaceAll("ID");
    return LONG_NUMBER.matcher(text).replaceAll("NUMBER");
  }
}
