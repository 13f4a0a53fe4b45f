package dev.etrn.suites.cases;

import dev.etrn.suites.wire.WireClient;
import java.util.List;
import java.util.function.Function;

/** Scripts and parts of scripts that several areas use. */
public final class Scripts {

  private Scripts() {}

  /** One session after EHLO that sends each line in a step {@code etrn}, and ends with QUIT. */
  public static Script oneSession(Function<Stage, List<String>> lines) {
    return stage -> {
      WireClient client = stage.ehlo();
      lines.apply(stage).forEach(line -> client.step("etrn").line(line).reply());
      quit(client);
    };
  }

  /** A session of its own for each line, so that no session limit is met. */
  public static Script sessions(Function<Stage, List<String>> lines) {
    return stage -> {
      for (String line : lines.apply(stage)) {
        WireClient client = stage.ehlo();
        client.step("etrn").line(line).reply();
        quit(client);
      }
    };
  }

  public static void quit(WireClient client) {
    client.step("quit").line("QUIT").reply();
    client.close();
  }

  /** MAIL in a step {@code mail}. */
  public static void mail(WireClient client) {
    client.step("mail").line("MAIL FROM:<sender@client.example>").reply();
  }

  /** RCPT to {@code inbox} at {@code node} in a step {@code rcpt}. */
  public static void rcpt(WireClient client, String node) {
    client.step("rcpt").line("RCPT TO:<inbox@" + node + ">").reply();
  }
}
