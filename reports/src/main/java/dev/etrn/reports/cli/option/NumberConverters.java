package dev.etrn.reports.cli.option;

import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the numbers of options, and says in the words of people what a number is. */
final class NumberConverters {

  private NumberConverters() {}

  /** To be called before any option is read. */
  static void teach(CommandLine commandLine) {
    ITypeConverter<Integer> whole = text -> number(text, Integer::valueOf, "a whole number");
    ITypeConverter<Long> great = text -> number(text, Long::valueOf, "a whole number");
    ITypeConverter<Double> any = text -> number(text, Double::valueOf, "a number");
    commandLine.registerConverter(Integer.class, whole).registerConverter(int.class, whole);
    commandLine.registerConverter(Long.class, great).registerConverter(long.class, great);
    commandLine.registerConverter(Double.class, any).registerConverter(double.class, any);
  }

  private static <T> T number(String text, Function<String, T> parse, String what) {
    try {
      return parse.apply(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is not " + what + " that can be used");
    }
  }
}
