package dev.etrn.suites.inquiry.draft;

import dev.etrn.suites.config.HostPort;
import dev.etrn.suites.inquiry.InquiryPlan;
import dev.etrn.suites.inquiry.MtaKind;
import dev.etrn.suites.inquiry.NodeAnswer;
import dev.etrn.suites.inquiry.Obstacle;
import dev.etrn.suites.inquiry.ServerFacts;
import dev.etrn.suites.inquiry.role.NodeRole;
import dev.etrn.suites.inquiry.session.ReplyText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The advice to administrators: settings of a known kind of server that remove an obstacle. */
public final class AdminAdvice {

  private static final HostPort EXAMPLE = new HostPort("127.0.0.1", 2526);

  private AdminAdvice() {}

  /** Returns lines without line ends; none if there is no obstacle. */
  public static List<String> lines(InquiryPlan plan, ServerFacts facts) {
    var lines = new ArrayList<String>();
    for (Obstacle obstacle : facts.obstacles()) {
      lines.add("");
      lines.add(obstacle.text() + evidence(obstacle, facts) + ".");
      facts
          .mta()
          .ifPresentOrElse(
              kind ->
                  section(kind, obstacle).stream()
                      .map(l -> filled(l, plan, facts))
                      .forEach(lines::add),
              () ->
                  lines.add(
                      "--mta NAME shows the settings to change; NAME is one of: "
                          + String.join(", ", MtaKind.words())));
    }
    return lines;
  }

  private static String evidence(Obstacle obstacle, ServerFacts facts) {
    Optional<NodeAnswer> permitted = facts.answer(NodeRole.PERMITTED);
    return switch (obstacle) {
      case PERMITTED_REFUSED -> permitted.map(a -> ", " + ReplyText.quoted(a.etrn())).orElse("");
      case RELAYING_DENIED -> permitted.map(a -> ", " + ReplyText.quoted(a.recipient())).orElse("");
      case NOT_OFFERED, LOGIN_REQUIRED, DENIED_ACCEPTED, RELAYED_AT_ONCE, NOTHING_CAME -> "";
    };
  }

  /** Returns the lines of a section; a line with its name in brackets begins it. */
  static List<String> section(MtaKind kind, Obstacle obstacle) {
    var lines = new ArrayList<String>();
    boolean isIn = false;
    for (String line : resource(kind).split("\n")) {
      if (line.startsWith("[")) {
        isIn = line.equals("[" + obstacle.section() + "]");
      } else if (isIn && !line.isBlank()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static String resource(MtaKind kind) {
    String name = "advice/" + kind.word() + ".txt";
    try (InputStream in = AdminAdvice.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the build left " + name + " out");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String filled(String line, InquiryPlan plan, ServerFacts facts) {
    HostPort listen = plan.listen().orElse(EXAMPLE);
    String permitted = facts.roles().getOrDefault(NodeRole.PERMITTED, "branch.example");
    String denied = facts.roles().getOrDefault(NodeRole.DENIED, "denied.example");
    return line.replace("{permitted}", permitted)
        .replace("{permitted-regex}", permitted.replace(".", "\\."))
        .replace("{denied}", denied)
        .replace("{host}", isAnyAddress(listen) ? "ADDRESS-OF-THIS-HOST" : listen.host())
        .replace("{port}", Integer.toString(listen.port()));
  }

  private static boolean isAnyAddress(HostPort listen) {
    return listen.host().equals("0.0.0.0") || listen.host().equals("::");
  }
}
