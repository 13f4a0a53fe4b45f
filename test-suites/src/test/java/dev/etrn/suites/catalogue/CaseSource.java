package dev.etrn.suites.catalogue;

import static java.util.stream.Collectors.toMap;

import dev.etrn.suites.cases.Experiment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The method that builds a case. It is found by calling every method below {@code suites.cases}
 * that makes cases without arguments, so an id need not be spelled in the source. Of several the
 * one with the fewest cases counts.
 *
 * @param file the source, below the directory of the module
 * @param method the name of the method
 */
record CaseSource(Path file, String method) {

  private static final Path ROOT = Path.of("src/main/java");
  private static final Path CASES = ROOT.resolve("dev/etrn/suites/cases");
  private static final Path SUITES = ROOT.resolve("dev/etrn/suites");
  private static final Pattern JUDGE =
      Pattern.compile("\\b[A-Z]\\w*(?:Judges?|Rules|Integrity)\\b(?=[.:(])");

  /** A name that may be a method of the same class: it follows neither a dot nor a letter. */
  private static final Pattern WORD = Pattern.compile("(?<![.\\w\"])[a-z]\\w*(?=[(),\\s])");

  private static final Map<String, Path> TYPES =
      files(SUITES).stream().collect(toMap(CaseSource::className, source -> source));

  private record Found(CaseSource source, int cases) {}

  /** Returns the sources of all cases, by the ids of the cases. */
  static Map<String, CaseSource> all() {
    var found = new LinkedHashMap<String, Found>();
    for (Path file : files(CASES)) {
      for (Method method : type(file).getDeclaredMethods()) {
        List<String> ids = ids(method);
        var candidate = new Found(new CaseSource(file, method.getName()), ids.size());
        ids.forEach(id -> found.merge(id, candidate, CaseSource::nearer));
      }
    }
    var sources = new LinkedHashMap<String, CaseSource>();
    found.forEach((id, nearest) -> sources.put(id, nearest.source()));
    return sources;
  }

  /** Returns class and method, such as {@code LineCases.bareLf}. */
  String name() {
    return className(file) + "." + method;
  }

  /**
   * Returns the files of the judges that the method names, directly or by a method of its class
   * that it names; or else of those that its class names.
   */
  List<Path> judges() {
    String text = text(file);
    var bodies = new LinkedHashMap<String, String>();
    collect(method, text, bodies);
    List<Path> ofMethod = judges(String.join("", bodies.values()));
    return ofMethod.isEmpty() ? judges(text) : ofMethod;
  }

  private List<Path> judges(String code) {
    return JUDGE
        .matcher(code)
        .results()
        .map(MatchResult::group)
        .distinct()
        .sorted()
        .flatMap(name -> Stream.ofNullable(TYPES.get(name)))
        .filter(source -> !source.equals(file))
        .toList();
  }

  /** Collects the body of a method, and of each method of the class that it names. */
  private static void collect(String name, String text, Map<String, String> bodies) {
    String body = body(name, text);
    if (!body.isEmpty() && bodies.putIfAbsent(name, body) == null) {
      WORD.matcher(body).results().forEach(word -> collect(word.group(), text, bodies));
    }
  }

  /** Returns the text of a method, whose last line is a brace as far left as its first line. */
  private static String body(String name, String text) {
    return Pattern.compile("(?ms)^  (?=\\S)[\\w .<>,?]+ " + name + "\\(.*?^  }$")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .findFirst()
        .orElse("");
  }

  private static Found nearer(Found one, Found other) {
    Comparator<Found> order =
        Comparator.comparingInt(Found::cases).thenComparing(found -> found.source().name());
    return order.compare(one, other) <= 0 ? one : other;
  }

  private static List<String> ids(Method method) {
    boolean isMaker =
        Modifier.isStatic(method.getModifiers())
            && method.getParameterCount() == 0
            && !method.isSynthetic()
            && (Experiment.class.isAssignableFrom(method.getReturnType())
                || List.class.equals(method.getReturnType()));
    if (!isMaker) {
      return List.of();
    }
    Object made = result(method);
    return (made instanceof Collection<?> several ? several : List.of(made))
        .stream()
            .filter(Experiment.class::isInstance)
            .map(experiment -> ((Experiment) experiment).info().id())
            .toList();
  }

  private static Object result(Method method) {
    try {
      method.setAccessible(true);
      return method.invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(method + " cannot be called", e);
    }
  }

  private static Class<?> type(Path file) {
    String path = ROOT.relativize(file).toString().replace('\\', '/');
    try {
      return Class.forName(path.substring(0, path.length() - ".java".length()).replace('/', '.'));
    } catch (ClassNotFoundException e) {
      throw new LinkageError(file + " has no class", e);
    }
  }

  /** Returns the class in a file, which has a name of its own in the project. */
  static String className(Path file) {
    return String.valueOf(file.getFileName()).replace(".java", "");
  }

  private static List<Path> files(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("package-info.java"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
