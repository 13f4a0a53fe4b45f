package dev.etrn.suites.cases;

import dev.etrn.suites.targets.profile.TlsUse;
import dev.etrn.suites.transcript.Dialogue;
import dev.etrn.suites.transcript.Reply;
import dev.etrn.suites.wire.client.WireClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The scripts and parts of scripts that several areas use. */
public final class Scripts {

  private static final int GROUP = 8;
  private static final int LATER = 458;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private Scripts() {}

  /**
   * Returns a script of one session after EHLO that sends each line in a step {@code etrn}, and
   * ends with QUIT.
   */
  public static Script oneSession(Function<Stage, List<String>> lines) {
    return stage -> {
      WireClient client = stage.ehlo();
      lines.apply(stage).forEach(line -> client.step("etrn").line(line).reply());
      quit(client);
    };
  }

  /**
   * Sends a request that the target should accept, and repeats it after a pause as long as the
   * reply is 458. That means "later" (RFC 1985 section 5.3), for example because a queue run for
   * this node is under way. The stage limits the time of this. Each repetition is a step {@link
   * Dialogue#RETRY}.
   *
   * @return the last reply
   */
  public static Optional<Reply> ask(Stage stage, WireClient client, String step, String line) {
    return ask(stage, client, step, c -> c.line(line));
  }

  /**
   * {@link #ask(Stage, WireClient, String, String)} for a request that is not one line in one
   * write.
   */
  public static Optional<Reply> ask(
      Stage stage, WireClient client, String step, Consumer<WireClient> request) {
    Optional<Reply> reply = exchange(client.step(step), request);
    Duration left = stage.retryTime();
    Duration pause = FIRST_PAUSE;
    while (isLater(client, reply) && left.compareTo(Duration.ZERO) > 0) {
      client.listen(pause);
      reply = exchange(client.step(Dialogue.RETRY), request);
      left = left.minus(pause);
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer;
    }
    return reply;
  }

  private static Optional<Reply> exchange(WireClient client, Consumer<WireClient> request) {
    request.accept(client);
    return client.reply();
  }

  private static boolean isLater(WireClient client, Optional<Reply> reply) {
    return client.isOpen() && reply.filter(r -> r.code() == LATER).isPresent();
  }

  /** {@link #oneSession} for requests that the target should accept. */
  public static Script accepted(Function<Stage, List<String>> lines) {
    return stage -> {
      WireClient client = stage.ehlo();
      lines.apply(stage).forEach(line -> ask(stage, client, "etrn", line));
      quit(client);
    };
  }

  /** {@link #sessions} for requests that the target should accept. */
  public static Script acceptedEach(Function<Stage, List<String>> lines) {
    return stage -> {
      for (String line : lines.apply(stage)) {
        WireClient client = stage.ehlo();
        ask(stage, client, "etrn", line);
        quit(client);
      }
    };
  }

  /** Returns a script with a session for each line, so that no session limit is met. */
  public static Script sessions(Function<Stage, List<String>> lines) {
    return stage -> {
      for (String line : lines.apply(stage)) {
        WireClient client = stage.ehlo();
        client.step("etrn").line(line).reply();
        quit(client);
      }
    };
  }

  /**
   * Returns a script with at most eight lines in a session, so that no error limit is met. It ends
   * with the first line that gets no reply, because waiting takes long.
   */
  public static Script inGroups(Function<Stage, List<String>> lines) {
    return stage -> {
      List<String> requests = lines.apply(stage);
      for (int start = 0; start < requests.size(); start += GROUP) {
        WireClient client = stage.ehlo();
        int end = Math.min(requests.size(), start + GROUP);
        if (!areAnswered(client, requests.subList(start, end))) {
          return;
        }
        quit(client);
      }
    };
  }

  private static boolean areAnswered(WireClient client, List<String> lines) {
    for (String line : lines) {
      if (client.step("etrn").line(line).reply().isEmpty() && client.isOpen()) {
        client.close();
        return false;
      }
    }
    return true;
  }

  /** Opens a session that shows whether others are still served: NOOP in a step {@code noop}. */
  public static void next(Stage stage) {
    WireClient next = stage.ehlo();
    next.step("noop").line("NOOP").reply();
    quit(next);
  }

  public static void quit(WireClient client) {
    client.step("quit").line("QUIT").reply();
    client.close();
  }

  /** Opens a session, inside TLS if the target offers that, and sends EHLO. */
  public static WireClient encrypted(Stage stage) {
    WireClient client = stage.connect();
    if (stage.profile().tls() == TlsUse.STARTTLS) {
      SessionOpeningSteps.startTls(client);
    }
    SessionOpeningSteps.ehlo(client);
    return client;
  }

  /** Sends AUTH as the configured user; the transcript does not show the password. */
  public static void authenticate(Stage stage, WireClient client, String step) {
    Authentication.authenticate(stage.profile().login().orElseThrow(), client, step);
  }

  /** Sends AUTH if every session needs it, then EHLO in a step {@code ehlo}. */
  public static void enter(Stage stage, WireClient client) {
    Authentication.begin(stage.profile().security(), client);
    SessionOpeningSteps.ehlo(client);
  }

  /** Sends MAIL in a step {@code mail}. */
  public static void mail(WireClient client) {
    client.step("mail").line(client.identity().mail()).reply();
  }

  /** Sends RCPT for {@code inbox} at {@code node} in a step {@code rcpt}. */
  public static void rcpt(WireClient client, String node) {
    client.step("rcpt").line("RCPT TO:<inbox@" + node + ">").reply();
  }
}
