package dev.etrn.reports.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plot of lines over one axis, which the script of a page draws from {@link ScriptData}.
 *
 * @param id the id of the element that it is drawn into
 * @param at the places of the values on the x axis, in order
 * @param filled true if the area below the lines is filled, for amounts
 */
public record Plot(
    String id,
    Axis x,
    List<Double> at,
    Axis y,
    List<Line> lines,
    boolean filled,
    List<Mark> marks) {

  /** The scale of an axis. */
  public enum Scale {
    LINEAR,
    /** Each power of ten has the same length; there is no place for 0 and less. */
    LOG,
    /** Each nine of a percentile {@code p} has the same length: values are {@code 1 / (1 - p)}. */
    NINES
  }

  /**
   * One of the two axes.
   *
   * @param range the two ends, or none if they follow from the values
   */
  public record Axis(String label, Scale scale, List<Double> range) {

    public Axis {
      range = List.copyOf(range);
    }

    /** Returns an axis whose range follows from its values. */
    public static Axis of(String label, Scale scale) {
      return new Axis(label, scale, List.of());
    }
  }

  /**
   * A line; its colour and its dashes follow from its place among the others.
   *
   * @param values a value for each place on the x axis; null where there is none
   */
  public record Line(String name, List<@Nullable Double> values) {

    public Line {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** Returns the greatest value, or 0 if all are less or there is none. */
    public double greatest() {
      double greatest = 0;
      for (Double value : values) {
        greatest = value == null ? greatest : Math.max(greatest, value);
      }
      return greatest;
    }
  }

  /** An event at a place on the x axis. */
  public record Mark(double at, String text) {}

  public Plot {
    at = List.copyOf(at);
    lines = List.copyOf(lines);
    marks = List.copyOf(marks);
  }

  /** Returns a plot of lines alone. */
  public static Plot of(String id, Axis x, List<Double> at, Axis y, List<Line> lines) {
    return new Plot(id, x, at, y, lines, false, List.of());
  }

  /** Returns this plot with the area below the lines filled. */
  public Plot withFilling() {
    return new Plot(id, x, at, y, lines, true, marks);
  }

  /** Returns this plot with marks. */
  public Plot with(List<Mark> newMarks) {
    return new Plot(id, x, at, y, lines, filled, newMarks);
  }
}
