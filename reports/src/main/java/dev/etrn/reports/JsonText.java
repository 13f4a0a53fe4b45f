package dev.etrn.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ContainerNode;

/** The text of a JSON file, indented for readers. */
public final class JsonText {

  private static final ObjectWriter INDENTED =
      JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

  private JsonText() {}

  /** Returns the text of an object or a list, with a line end. */
  public static String of(ContainerNode<?> root) {
    return of(root, INDENTED) + "\n";
  }

  /** Returns the text of a value that consists of strings, numbers, lists and records of them. */
  public static String of(Object value, ObjectWriter writer) {
    try {
      return writer.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values cannot fail to be written", e);
    }
  }
}
