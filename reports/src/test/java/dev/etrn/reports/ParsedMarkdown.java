package dev.etrn.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Code;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Markdown as commonmark-java reads it, with the tables and struck words of GitHub's. */
record ParsedMarkdown(String source, Node root) {

  private static final List<Extension> GITHUB =
      List.of(TablesExtension.create(), StrikethroughExtension.create());

  static ParsedMarkdown of(String source) {
    Parser parser =
        Parser.builder().extensions(GITHUB).includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    return new ParsedMarkdown(source, parser.parse(source));
  }

  List<TableBlock> tables() {
    return all(TableBlock.class);
  }

  /** Returns the markup that a page would take over unchanged. */
  List<String> html() {
    var html = new ArrayList<String>();
    all(HtmlBlock.class).forEach(node -> html.add(node.getLiteral()));
    all(HtmlInline.class).forEach(node -> html.add(node.getLiteral()));
    return html;
  }

  List<String> destinations() {
    var destinations = new ArrayList<String>();
    all(Link.class).forEach(link -> destinations.add(link.getDestination()));
    all(Image.class).forEach(image -> destinations.add(image.getDestination()));
    return destinations;
  }

  /** Returns the names that a link may have behind a number sign. */
  List<String> anchors() {
    return all(Heading.class).stream()
        .map(heading -> text(heading).toLowerCase(Locale.ROOT))
        .map(text -> text.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
        .toList();
  }

  /** Returns the lines of rows that have more or fewer cells than the head of their table. */
  List<String> unevenRows() {
    var uneven = new ArrayList<String>();
    List<String> lines = source.lines().toList();
    for (TableBlock table : tables()) {
      List<TableRow> rows = below(table, TableRow.class);
      int columns = below(rows.get(0), TableCell.class).size();
      for (TableRow row : rows) {
        String line = lines.get(row.getSourceSpans().get(0).getLineIndex());
        if (!isHead(line, columns) || isHead(line, columns - 1)) {
          uneven.add(line);
        }
      }
    }
    return uneven;
  }

  /** Returns the number of lines that look like the divider of a table. */
  long meantTables() {
    return source.lines().filter(line -> line.matches("\\|(:?-+:?\\|)+")).count();
  }

  /** Returns true if a line is the head of a table with so many columns. */
  private static boolean isHead(String line, int columns) {
    return columns > 0 && !of(line + "\n|" + "---|".repeat(columns)).tables().isEmpty();
  }

  /** Returns the text in a node, in code or not. */
  static String text(Node node) {
    var text = new StringBuilder();
    for (Node one : below(node, Node.class)) {
      if (one instanceof Text plain) {
        text.append(plain.getLiteral());
      } else if (one instanceof Code code) {
        text.append(code.getLiteral());
      }
    }
    return text.toString();
  }

  /** Returns the names of the kinds of nodes in a node. */
  static Set<String> kinds(Node node) {
    return below(node, Node.class).stream()
        .map(one -> one.getClass().getSimpleName())
        .collect(Collectors.toSet());
  }

  /** Returns all nodes of one kind below a node, in the order of the text. */
  static <T extends Node> List<T> below(Node node, Class<T> kind) {
    var found = new ArrayList<T>();
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (kind.isInstance(child)) {
        found.add(kind.cast(child));
      }
      found.addAll(below(child, kind));
    }
    return found;
  }

  private <T extends Node> List<T> all(Class<T> kind) {
    return below(root, kind);
  }
}
