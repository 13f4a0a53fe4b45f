package dev.etrn.reports.html;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines over one axis, which the script of a page draws; they stand in it as {@link ScriptData}.
 *
 * @param id of the element that it is drawn into
 * @param at where on the x axis the values of the lines are, in order
 * @param filled whether what is below the lines is, for amounts
 */
public record Plot(
    String id,
    Axis x,
    List<Double> at,
    Axis y,
    List<Line> lines,
    boolean filled,
    List<Mark> marks) {

  /** How an axis gives room to its values. */
  public enum Scale {
    LINEAR,
    /** Each power of ten has the same room; there is none for 0 and less. */
    LOG,
    /** Each nine of a percentile {@code p} has the same room: values are {@code 1 / (1 - p)}. */
    NINES
  }

  /**
   * One of the two axes.
   *
   * @param range its ends, or nothing when they are to be as the values want
   */
  public record Axis(String label, Scale scale, List<Double> range) {

    public Axis {
      range = List.copyOf(range);
    }

    /** As long as its values want. */
    public static Axis of(String label, Scale scale) {
      return new Axis(label, scale, List.of());
    }
  }

  /**
   * A line; its colour and its dashes follow from its place among the others.
   *
   * @param values one for each place on the x axis; null where there is none
   */
  public record Line(String name, List<@Nullable Double> values) {

    public Line {
      values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** The greatest of its values, or 0 when all are less or there is none. */
    public double greatest() {
      double greatest = 0;
      for (Double value : values) {
        greatest = value == null ? greatest : Math.max(greatest, value);
      }
      return greatest;
    }
  }

  /** Something that happens at a place on the x axis. */
  public record Mark(double at, String text) {}

  public Plot {
    at = List.copyOf(at);
    lines = List.copyOf(lines);
    marks = List.copyOf(marks);
  }

  /** Lines alone. */
  public static Plot of(String id, Axis x, List<Double> at, Axis y, List<Line> lines) {
    return new Plot(id, x, at, y, lines, false, List.of());
  }

  /** The same, with what is below the lines filled. */
  public Plot withFilling() {
    return new Plot(id, x, at, y, lines, true, marks);
  }

  public Plot with(List<Mark> more) {
    return new Plot(id, x, at, y, lines, filled, more);
  }
}
