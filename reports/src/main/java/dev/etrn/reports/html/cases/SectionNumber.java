package dev.etrn.reports.html.cases;

/** The order of sections such as {@code 4.1.1.2}: 10 comes after 9. */
final class SectionNumber {

  private SectionNumber() {}

  static int compare(String first, String second) {
    String[] firstParts = first.split("\\.");
    String[] secondParts = second.split("\\.");
    for (int i = 0; i < Math.min(firstParts.length, secondParts.length); i++) {
      int order = part(firstParts[i], secondParts[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(firstParts.length, secondParts.length);
  }

  private static int part(String first, String second) {
    boolean numbers = first.matches("\\d{1,6}") && second.matches("\\d{1,6}");
    return numbers
        ? Integer.compare(Integer.parseInt(first), Integer.parseInt(second))
        : first.compareTo(second);
  }
}
