package dev.etrn.server.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.access.EtrnRights;
import dev.etrn.server.auth.PasswordHash;
import dev.etrn.server.auth.Users;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.Security;
import dev.etrn.server.config.channel.Security.Demand;
import dev.etrn.server.queue.store.InMemoryQueue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The STARTTLS and AUTH commands in a session. */
@Tag("slow")
class SecurityDialogueTest {

  private static final Users USERS = new Users(Map.of("branch", PasswordHash.of("secret")));
  private static final String LOGGED_IN = "AUTH PLAIN " + plain("branch", "secret") + "\r\n";

  @Test
  void offersAuthOnlyOverTls() {
    Conversation talk = begin(Demand.MAY, Demand.MAY).send("EHLO c.test\r\n");
    assertThat(talk.last()).contains("250-STARTTLS\r\n").doesNotContain("AUTH");
    talk.send(LOGGED_IN);
    assertThat(talk.codes()).endsWith(502);
    talk.send("STARTTLS\r\n").send("EHLO c.test\r\n");
    assertThat(talk.last()).contains("AUTH PLAIN LOGIN\r\n").doesNotContain("STARTTLS");
    talk.send("STARTTLS\r\n");
    assertThat(talk.codes()).endsWith(502);
  }

  @Test
  void wantsTlsFirstWhereItIsAMust() {
    Conversation talk =
        begin(Demand.MUST, Demand.NO)
            .send("EHLO c.test\r\nETRN branch.example\r\nMAIL FROM:<a@c.test>\r\n");
    assertThat(talk.codes()).endsWith(530, 530);
    talk.send("STARTTLS\r\n").send("EHLO c.test\r\nETRN branch.example\r\n");
    assertThat(talk.codes()).endsWith(220, 250, 251);
  }

  @Test
  void wantsAuthenticationFirstWhereItIsAMust() {
    Conversation talk = begin(Demand.MAY, Demand.MUST).send("EHLO c.test\r\nSTARTTLS\r\n");
    talk.send("EHLO c.test\r\nETRN branch.example\r\n");
    assertThat(talk.codes()).endsWith(530);
    talk.send(LOGGED_IN + "ETRN branch.example\r\n");
    assertThat(talk.codes()).endsWith(235, 251);
  }

  @Test
  void throwsAwayWhatCameInTheClearBehindStartTls() {
    Conversation talk = begin(Demand.MAY, Demand.NO);
    talk.send("EHLO c.test\r\nSTARTTLS\r\nETRN branch.example\r\nNOOP\r\n");
    assertThat(talk.codes()).containsExactly(220, 250, 220);
    talk.send("MAIL FROM:<a@c.test>\r\n");
    assertThat(talk.codes()).endsWith(503);
  }

  @Test
  void countsEtrnsAcrossTlsAndAuthentication() {
    Conversation talk = begin(Demand.MAY, Demand.MAY).send("EHLO c.test\r\n");
    talk.send("ETRN branch.example\r\n".repeat(10));
    talk.send("STARTTLS\r\n").send("EHLO c.test\r\n" + LOGGED_IN + "ETRN branch.example\r\n");
    assertThat(talk.codes()).endsWith(220, 250, 235, 458);
  }

  @Test
  void refusesWrongPasswordsAndEndsAfterThree() {
    Conversation talk = begin(Demand.MAY, Demand.MAY).send("EHLO c.test\r\nSTARTTLS\r\n");
    String wrong = "AUTH PLAIN " + plain("branch", "wrong") + "\r\n";
    talk.send("EHLO c.test\r\nAUTH CRAM-MD5\r\nAUTH PLAIN !\r\nAUTH LOGIN\r\n*\r\n");
    assertThat(talk.codes()).endsWith(504, 501, 334, 501);
    talk.send(wrong).send(wrong).send(wrong);
    assertThat(talk.codes()).endsWith(535, 535, 421);
    assertThat(talk.isClosed()).isTrue();
  }

  @Test
  void givesRightsByIdentity() {
    var grant =
        new EtrnRights.Grant(
            client -> client.identity().filter("branch"::equals).isPresent(),
            Set.of("branch.example"),
            Set.of());
    ServerConfig config = config(Demand.MAY, Demand.MAY).withRights(new EtrnRights(List.of(grant)));
    var talk = new Conversation(config, new InMemoryQueue(100));
    talk.send("EHLO branch.example\r\nETRN branch.example\r\nSTARTTLS\r\n");
    assertThat(talk.codes()).endsWith(459, 220);
    talk.send("EHLO branch.example\r\nETRN branch.example\r\n" + LOGGED_IN)
        .send("ETRN branch.example\r\nETRN sibling.example\r\n" + LOGGED_IN);
    assertThat(talk.codes()).endsWith(459, 235, 251, 459, 503);
  }

  private static Conversation begin(Demand tls, Demand auth) {
    return new Conversation(config(tls, auth), new InMemoryQueue(100));
  }

  private static ServerConfig config(Demand tls, Demand auth) {
    return Conversation.config().withSecurity(new Security(tls, auth, Optional.empty(), USERS));
  }

  private static String plain(String name, String password) {
    String message = "\0" + name + "\0" + password;
    return Base64.getEncoder().encodeToString(message.getBytes(StandardCharsets.UTF_8));
  }
}
