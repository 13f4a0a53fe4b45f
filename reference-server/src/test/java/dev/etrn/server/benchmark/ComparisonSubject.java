package dev.etrn.server.benchmark;

/**
 * A subject of a comparison.
 *
 * @param name the name in the table
 * @param measurement the measurement, in the unit of the comparison
 */
record ComparisonSubject(String name, Measurement measurement) {

  @FunctionalInterface
  interface Measurement {
    double make() throws Exception;
  }
}
