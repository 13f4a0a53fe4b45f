package dev.etrn.server.smtp.verb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.smtp.dialogue.Mailbox;
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
    "'MAIL FROM:<\"a>b\\\"c@\"@c.test> SIZE=5', '\"a>b\\\"c@\"@c.test', 5",
    "MAIL FROM:<a@[192.0.2.1]>, a@[192.0.2.1], 0",
    "'MAIL FROM:<@x.test,@y.test:a@b.test>', a@b.test, 0",
  })
  void readsMail(String line, String sender, long size) {
    assertThat(parse(line)).isEqualTo(new MailCommand(sender, size));
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT TO:<a@B.Test>, a@B.Test, b.test",
    "'RCPT TO:<@x.test,@y.test:a@b.test>', a@b.test, b.test",
    "'RCPT TO:<@x.test:\"@y.test:c\"@b.test>', '\"@y.test:c\"@b.test', b.test",
    "RCPT TO:<a@[192.0.2.1]>, a@[192.0.2.1], [192.0.2.1]",
    "RCPT TO:<a@[IPv6:2001:DB8::1]>, a@[IPv6:2001:DB8::1], [ipv6:2001:db8::1]",
    "'RCPT TO:<\"\"@b.test>', '\"\"@b.test', b.test",
  })
  void readsRcptWithoutItsSourceRoute(String line, String recipient, String domain) {
    assertThat(parse(line)).isEqualTo(new RcptCommand(new Mailbox(recipient, domain)));
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL, 501",
    "MAIL FROM:a@b.test, 501",
    "MAIL FROM:<a@b..test>, 501",
    "MAIL FROM:<a@b.test> FOO=1, 555",
    "RCPT TO:<>, 501",
    "RCPT TO:<a>, 501",
    "RCPT TO:<a@[300.1.1.1]>, 501",
    "RCPT TO:<a@[2001:db8::1]>, 501",
    "RCPT TO:<a b@c.test>, 501",
    "'RCPT TO:<\"a\"b\"@c.test>', 501",
    "'RCPT TO:<\"a@c.test>', 501",
    "RCPT TO:<@x.test>, 501",
    "'RCPT TO:<@x.test,y.test:a@b.test>', 501",
    "RCPT TO:<@x..test:a@b.test>, 501",
    "RCPT TO:<@:a@b.test>, 501",
    "MAIL FROM:<@x.test:>, 501",
    "MAIL FROM:<a@b.test> AUTH=<>, 555",
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
