package dev.etrn.reports.html.cases;

/** The order of sections such as {@code 4.1.1.2}: 10 comes after 9. */
final class SectionNumber {

  private SectionNumber() {}

  static int compare(String one, String other) {
    String[] ones = one.split("\\.");
    String[] others = other.split("\\.");
    for (int i = 0; i < Math.min(ones.length, others.length); i++) {
      int order = part(ones[i], others[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(ones.length, others.length);
  }

  private static int part(String one, String other) {
    boolean numbers = one.matches("\\d{1,6}") && other.matches("\\d{1,6}");
    return numbers
        ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other))
        : one.compareTo(other);
  }
}
