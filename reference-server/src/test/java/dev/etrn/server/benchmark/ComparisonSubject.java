package dev.etrn.server.benchmark;

/**
 * One of those that are compared.
 *
 * @param name for the table
 * @param measurement makes one measurement, in the unit of the comparison
 */
record ComparisonSubject(String name, Measurement measurement) {

  @FunctionalInterface
  interface Measurement {
    double make() throws Exception;
  }
}
