package dev.etrn.reports.html;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** The data for the script of a page, as JSON in a {@code script} element. */
public final class ScriptData {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
          .build();

  private ScriptData() {}

  /**
   * Returns the JSON of a value without empty fields and without any {@code <}, so that neither an
   * end tag nor a comment can begin in it.
   */
  public static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values cannot fail to be written", e);
    }
  }
}
