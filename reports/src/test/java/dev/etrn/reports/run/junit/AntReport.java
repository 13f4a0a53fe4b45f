package dev.etrn.reports.run.junit;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.tools.ant.BuildEvent;
import org.apache.tools.ant.NoBannerLogger;
import org.apache.tools.ant.Project;
import org.apache.tools.ant.taskdefs.optional.junit.AggregateTransformer;
import org.apache.tools.ant.taskdefs.optional.junit.XMLResultAggregator;
import org.apache.tools.ant.types.FileSet;
import org.xml.sax.InputSource;

/**
 * The report that the junitreport task of Ant makes of JUnit XML, with a file for each suite.
 *
 * @param counts the counts of its summary: tests, failures, errors and skipped ones
 * @param failures the messages of failed tests
 * @param complaints its warnings and errors
 */
record AntReport(List<Integer> counts, List<String> failures, List<String> complaints) {

  private static final Pattern COUNTS =
      Pattern.compile("(?s)<h2>Summary</h2>.*?" + "<td>(\\d+)</td>\\s*".repeat(4));
  private static final Pattern FAILURE =
      Pattern.compile("(?s)<td>Failure</td>\\s*<td>(.*?)\\s*<code>");

  /**
   * Returns the report.
   *
   * @param directory the working directory
   */
  static AntReport of(String xml, Path directory) throws Exception {
    writeSuites(xml, directory);
    var complaints = new ArrayList<String>();
    var project = new Project();
    project.init();
    project.addBuildListener(
        new NoBannerLogger() {
          @Override
          public void messageLogged(BuildEvent event) {
            if (event.getPriority() <= Project.MSG_WARN) {
              complaints.add(event.getMessage());
            }
          }
        });
    task(project, directory).execute();
    String page = Files.readString(directory.resolve("junit-noframes.html"));
    MatchResult counts = COUNTS.matcher(page).results().findFirst().orElseThrow();
    return new AntReport(
        List.of(1, 2, 3, 4).stream().map(group -> Integer.valueOf(counts.group(group))).toList(),
        FAILURE.matcher(page).results().map(found -> found.group(1)).toList(),
        complaints);
  }

  private static void writeSuites(String xml, Path directory) throws Exception {
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    var suites = document.getElementsByTagName("testsuite");
    for (int i = 0; i < suites.getLength(); i++) {
      Path file = directory.resolve("TEST-" + i + ".xml");
      TransformerFactory.newInstance()
          .newTransformer()
          .transform(new DOMSource(suites.item(i)), new StreamResult(file.toFile()));
    }
  }

  private static XMLResultAggregator task(Project project, Path directory) throws IOException {
    var files = new FileSet();
    files.setProject(project);
    files.setDir(directory.toFile());
    files.setIncludes("TEST-*.xml");
    var task = new XMLResultAggregator();
    task.setProject(project);
    task.setTodir(directory.toFile());
    task.addFileSet(files);
    AggregateTransformer page = task.createReport();
    var form = new AggregateTransformer.Format();
    form.setValue(AggregateTransformer.NOFRAMES);
    page.setFormat(form);
    page.setTodir(directory.toFile());
    return task;
  }
}
