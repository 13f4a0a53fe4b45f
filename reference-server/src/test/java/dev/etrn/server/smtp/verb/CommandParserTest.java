package dev.etrn.server.smtp.verb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.smtp.dialogue.RefusedCommand;
import dev.etrn.server.smtp.dialogue.SmtpCommand;
import dev.etrn.server.smtp.verb.mail.MailCommand;
import dev.etrn.server.smtp.verb.mail.RcptCommand;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandParserTest {

  @ParameterizedTest
  @CsvSource({
    "ETRN branch.example, branch.example",
    "etrn @branch.example, @branch.example",
    "EtRn   branch.example, branch.example",
    "'ETRN branch.example \t ', branch.example",
    "ETRN, ''",
    "'ETRN   ', ''",
    "ETRN a b, a b",
    "'ETRN	a.test', '	a.test'",
  })
  void readsTheArgumentOfEtrn(String line, String argument) {
    assertThat(parse(line)).isEqualTo(new EtrnCommand(argument));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ETRN a.test", "ETRNX", "XYZZY", "\0"})
  void refusesWhatIsNoKnownVerb(String line) {
    assertThat(code(line)).isEqualTo(500);
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL FROM:<a@b.test>, a@b.test, 0",
    "mail from: <a@b.test> SIZE=5 BODY=8BITMIME, a@b.test, 5",
    "MAIL FROM:<>, '', 0",
    "'MAIL FROM:<\"a b\"@c.test>', '\"a b\"@c.test', 0",
  })
  void readsMail(String line, String sender, long size) {
    assertThat(parse(line)).isEqualTo(new MailCommand(sender, size));
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT TO:<a@B.Test>, a@B.Test, b.test",
    "'RCPT TO:<@x.test,@y.test:a@b.test>', a@b.test, b.test",
  })
  void readsRcptWithoutItsSourceRoute(String line, String recipient, String domain) {
    assertThat(parse(line)).isEqualTo(new RcptCommand(recipient, domain));
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 501",
    "MAIL FROM:a@b.test, 501",
    "MAIL FROM:<a@b..test>, 501",
    "MAIL FROM:<a@b.test> FOO=1, 555",
    "RCPT TO:<>, 501",
    "RCPT TO:<a>, 501",
    "DATA now, 501",
    "RSET now, 501",
    "QUIT now, 501",
    "EHLO, 501",
    "EHLO a b, 501",
    "VRFY, 501",
  })
  void refusesBadArguments(String line, int code) {
    assertThat(code(line)).isEqualTo(code);
  }

  @Property
  void neverThrows(@ForAll byte[] line) {
    assertThat(CommandParser.parse(line)).isNotNull();
  }

  private static SmtpCommand parse(String line) {
    return CommandParser.parse(line.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static int code(String line) {
    return ((RefusedCommand) parse(line)).reply().code();
  }
}
