package dev.etrn.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptDataTest {

  @ParameterizedTest
  @ValueSource(strings = {"</script>", "<!--", "<script", "</SCRIPT\n>", "]]>", "\u2028", "\u0000"})
  void neitherEndsNorOpensAnElement(String text) throws IOException {
    assertSafeAndWhole(text);
  }

  @Property
  void keepsEveryTextAsItIs(@ForAll String text) throws IOException {
    assertSafeAndWhole(text);
  }

  private static void assertSafeAndWhole(String text) throws IOException {
    String json = ScriptData.json(Map.of("key", text + "."));
    assertThat(json).doesNotContain("<");
    assertThat(new ObjectMapper().readTree(json).get("key").asText()).isEqualTo(text + ".");
  }
}
