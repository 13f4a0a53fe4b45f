package dev.etrn.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The errors of the commands for wrong usage, ports in use, and missing files and servers. */
class WrongUsageTest {

  @TempDir private Path directory = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--nonsense|64|Unknown option: '--nonsense' (see etrn --help)",
        "bogus|64|there is no command 'bogus' (see etrn --help)",
        "verfy|64|there is no command 'verfy'; did you mean verify",
        "verify --nonsense|64|Unknown option: '--nonsense' (see etrn verify --help)",
        "verify --target nowhere|64|no target 'nowhere'",
        "verify --target nowhere|64|client:NAME, or mta:NAME with one of: postfix",
        "verify --target 127.0.0.1:99999|64|--target '127.0.0.1:99999' has no port from 0 to 65535",
        "verify --repeat x|64|Invalid value for option '--repeat': 'x' is not a whole number",
        "verify --target 192.0.2.1:25|64|--i-am-allowed 192.0.2.1",
        "verify --config no-such.yaml|64|there is no file no-such.yaml",
        "verify --profile lenient|64|Invalid value for option '--profile'",
        "verify --max-rate 0|64|--max-rate takes a number of at least 0.01",
        "verify --select nothing.*|65|no case matches",
        "verify --target 127.0.0.1:1|69|cannot connect to 127.0.0.1:1",
        "verify --out /dev/null/x|64|cannot write to /dev/null/x (/dev/null is a file)",
        "verify --client --run ask|64|write {host} and {port} into it",
        "verify --client --run 'no-such-client {port}'|64|there is no program 'no-such-client'",
        "verify --client --run './no-such {port}'|64|there is no program './no-such', which --run",
        "verify --client --listen nonsense|64|--listen 'nonsense' is not an address",
        "verify --client --within 0|64|--within takes a number of seconds",
        "verify --client --target embedded|64|is a server; leave it out",
        "verify --client --config x.yaml|64|--config, --dry-run and --repeat are for servers",
        "verify --target client:nobody|64|no client 'client:nobody' is known",
        "verify --target client:send --listen 127.0.0.1:1|64|client:send needs none of --run",
        "verify --client --connect-back 192.0.2.1:25|64|--i-am-allowed 192.0.2.1",
        "verify --client --select etrn.effect.*|65|no case matches",
        "serve --listen nonsense|64|--listen 'nonsense' is not an address",
        "serve --listen 127.0.0.1:0 --admin nonsense|64|--admin 'nonsense' is not an address",
        "serve --config no/such|64|pmdf.cnf line 1: there is no directory no/such: name one that",
        "serve --config .|64|pmdf.cnf line 1: there is no such file in .: name another directory",
        "serve --listen 127.0.0.1:0 --queue /dev/null/q|64|name another directory with --queue",
        "send|64|Missing required parameters",
        "send 127.0.0.1:1 nodot|64|'nodot' is not a node",
        "send 127.0.0.1:1 a.test|69|cannot send ETRN to 127.0.0.1:1",
        "queue --admin nonsense|64|--admin 'nonsense' is not an address",
        "queue more|64|etrn queue takes no argument 'more'",
        "queue --admin 127.0.0.1:1|69|cannot reach 127.0.0.1:1 (no connection): was the server",
        "reload --admin nonsense|64|--admin 'nonsense' is not an address",
        "reload --admin 127.0.0.1:1|69|cannot reach 127.0.0.1:1",
        "''|64|a command is missing",
      })
  void saysInOneSentenceWhatIsWrong(String arguments, int code, String sentence) {
    String[] words = arguments.isEmpty() ? new String[0] : words(arguments);
    CommandRun run = CommandRun.of(words);
    assertThat(run.code()).isEqualTo(code);
    assertThat(run.err()).contains(sentence).startsWith("etrn: ").hasLineCount(1);
  }

  @Test
  void saysThatThePortForTheMailIsTaken() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Path yaml = directory.resolve("etrn.yaml");
      String listen = "127.0.0.1:" + taken.getLocalPort();
      Files.writeString(
          yaml, "target: {address: '" + listen + "'}\nconnectBack: {listen: '" + listen + "'}\n");
      CommandRun run =
          CommandRun.of("verify", "--config", yaml.toString(), "--out", directory.toString());
      assertThat(run.code()).isEqualTo(64);
      assertThat(run.err()).contains("cannot listen on " + listen).contains("connectBack.listen");
    }
  }

  @Test
  void saysThatThePortForTheServerIsTaken() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String listen = "127.0.0.1:" + taken.getLocalPort();
      CommandRun run = CommandRun.of("serve", "--listen", listen);
      assertThat(run.code()).isEqualTo(64);
      assertThat(run.err())
          .isEqualToNormalizingNewlines(
              "etrn: cannot listen on "
                  + listen
                  + " (address already in use): name another address with --listen\n");
    }
  }

  @Test
  void saysWhatAClientThatEndedAtOnceLeft() {
    String[] verify = {"verify", "--client", "--run", "/bin/true {port}", "--out", directory + ""};
    CommandRun run = CommandRun.of(verify);
    assertThat(run.code()).isEqualTo(69);
    assertThat(run.err())
        .contains("no client connected to", "(exit code 0): check that the client");
  }

  /** Splits into words; text between single quotes is one word. */
  private static String[] words(String arguments) {
    return Pattern.compile("'([^']*)'|\\S+")
        .matcher(arguments)
        .results()
        .map(word -> word.group(1) == null ? word.group() : word.group(1))
        .toArray(String[]::new);
  }
}
