package dev.etrn.server.config.pmdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** The list of keywords for people is whole. */
class KeywordsDocumentTest {

  @Test
  void namesEachKeywordThatHasAnEffect() throws IOException {
    String document = Files.readString(Path.of("docs/keywords.md"));
    var keywords = new ArrayList<String>();
    keywords.addAll(Keywords.ETRN);
    keywords.addAll(Keywords.WITH_ARGUMENT);
    keywords.addAll(Keywords.PLAIN);
    keywords.add(Keywords.NOTICES);
    Keywords.SECURITY.stream()
        .filter(one -> one.matches("(may|must|no)(tls|sasl)"))
        .forEach(keywords::add);
    assertThat(keywords)
        .hasSizeGreaterThan(30)
        .allSatisfy(one -> assertThat(document).containsPattern("`" + one + "[ `]"));
  }
}
