package dev.etrn.reports.html;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.etrn.reports.JsonText;

/** The data for the script of a page, as JSON in a {@code script} element. */
public final class ScriptData {

  private static final ObjectWriter WRITER =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
          .build()
          .writer();

  private ScriptData() {}

  /**
   * Returns the JSON of a value without empty fields and without any {@code <}, so that neither an
   * end tag nor a comment can begin in it.
   */
  public static String json(Object value) {
    return JsonText.of(value, WRITER).replace("<", "\\u003c");
  }
}
