package dev.etrn.server.config.pmdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.config.channel.ChannelSetting.Side;
import dev.etrn.server.config.channel.Keyword;
import dev.etrn.server.config.channel.KeywordTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The document of keywords, which agrees with the table. With {@code -Dgolden.write=true} its
 * tables are written again, for review.
 */
class KeywordsDocumentTest {

  private static final Path FILE = Path.of("docs/keywords.md");

  /** A generated table between its marks. */
  private static final Pattern TABLE =
      Pattern.compile("(?s)(<!-- keywords: (\\w+) -->\n).*?(<!-- end of keywords -->)");

  @Test
  void saysWhatTheTableSays() throws IOException {
    String document = Files.readString(FILE);
    String expected =
        TABLE
            .matcher(document)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        found.group(1) + table(found.group(2)) + found.group(3)));
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(FILE, expected);
    }
    assertThat(Files.readString(FILE)).isEqualTo(expected);
  }

  @Test
  void hasATableForEachKeyword() throws IOException {
    Set<String> tables =
        TABLE
            .matcher(Files.readString(FILE))
            .results()
            .map((MatchResult found) -> found.group(2))
            .collect(Collectors.toSet());
    assertThat(KeywordTable.all()).extracting(KeywordsDocumentTest::tableOf).isSubsetOf(tables);
  }

  private static String table(String name) {
    return "\n| keyword | does | requirement |\n|---|---|---|\n"
        + KeywordTable.all().stream()
            .filter(keyword -> tableOf(keyword).equals(name))
            .map(KeywordsDocumentTest::row)
            .collect(Collectors.joining("", "", "\n"));
  }

  private static String row(Keyword keyword) {
    String names =
        keyword.names().stream()
            .map(name -> "`" + (name + " " + keyword.argument().placeholder()).strip() + "`")
            .collect(Collectors.joining(", "));
    return "| %s | %s | %s |\n".formatted(names, keyword.line(), keyword.requirement());
  }

  private static String tableOf(Keyword keyword) {
    Set<Side> sides =
        keyword.group().stream().map(setting -> setting.side()).collect(Collectors.toSet());
    if (sides.size() != 1) {
      return "both";
    }
    return sides.contains(Side.INCOMING) ? "incoming" : "outgoing";
  }
}
