package dev.etrn.reports.cli.option;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The converters of numeric options, whose errors are sentences for users. */
final class NumberConverters {

  private NumberConverters() {}

  /** Registers the converters; call it before any option is read. */
  static void register(CommandLine commandLine) {
    ITypeConverter<Integer> intConverter = text -> number(text, Integer::valueOf, "a whole number");
    ITypeConverter<Long> longConverter = text -> number(text, Long::valueOf, "a whole number");
    ITypeConverter<Double> doubleConverter = text -> number(text, Double::valueOf, "a number");
    commandLine
        .registerConverter(Integer.class, intConverter)
        .registerConverter(int.class, intConverter);
    commandLine
        .registerConverter(Long.class, longConverter)
        .registerConverter(long.class, longConverter);
    commandLine
        .registerConverter(Double.class, doubleConverter)
        .registerConverter(double.class, doubleConverter);
  }

  private static <T> T number(String text, Function<String, T> parse, String kind) {
    try {
      return parse.apply(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException(
          "'" + text + "' is not " + kind + " in the supported range");
    }
  }
}
