package dev.etrn.load.dsl;

import dev.etrn.load.action.Move;
import dev.etrn.load.protocol.Step;
import io.gatling.javaapi.core.internal.Expressions;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;

/**
 * SMTP with ETRN for Gatling's Java DSL; import it statically.
 *
 * <pre>{@code
 * scenario("partners")
 *     .exec(smtp("greeting").connect().silent())
 *     .exec(smtp("ehlo").ehlo("client.example").silent())
 *     .exec(smtp("etrn").etrn("#{node}").expecting(250, 251, 252, 253))
 *     .exec(smtp("quit").quit().silent())
 * }</pre>
 *
 * Texts may hold Gatling's expressions, such as {@code #{node}}. Each user has one connection,
 * which is closed when the user ends. A reply that is not expected fails the user; it goes on
 * unless the scenario says {@code exitHereIfFailed()}.
 */
public final class SmtpDsl {

  private SmtpDsl() {}

  /** The protocol: whom to talk to. */
  public static SmtpProtocolBuilder smtp(InetSocketAddress server) {
    return SmtpProtocolBuilder.to(server);
  }

  /** An action, under a name that reports show; use few distinct names. */
  public static Named smtp(String name) {
    return new Named(name);
  }

  /** Chooses what the action of a name does. */
  public static final class Named {
    private final String name;

    private Named(String name) {
      this.name = name;
    }

    /** Connects, and waits for the greeting. */
    public SmtpAction connect() {
      return action(new Move.Connect());
    }

    /** STARTTLS, and the handshake; any certificate will do. */
    public SmtpAction startTls() {
      return action(new Move.StartTls());
    }

    public SmtpAction ehlo(String client) {
      return lines(Step.EHLO, "EHLO " + client);
    }

    public SmtpAction helo(String client) {
      return lines(Step.EHLO, "HELO " + client);
    }

    /** AUTH PLAIN with an initial response (RFC 4616). */
    public SmtpAction authPlain(String user, String password) {
      byte[] octets =
          ("\0" + user + "\0" + password).getBytes(java.nio.charset.StandardCharsets.UTF_8);
      return lines(Step.AUTH, "AUTH PLAIN " + java.util.Base64.getEncoder().encodeToString(octets));
    }

    /**
     * @param node a domain, {@code @domain} or {@code #queue} (RFC 1985 section 5.3)
     */
    public SmtpAction etrn(String node) {
      return lines(Step.ETRN, "ETRN " + node);
    }

    public SmtpAction mail(String from) {
      return lines(Step.MAIL, "MAIL FROM:<" + from + ">");
    }

    public SmtpAction rcpt(String to) {
      return lines(Step.RCPT, "RCPT TO:<" + to + ">");
    }

    public SmtpAction data() {
      return lines(Step.DATA, "DATA");
    }

    /** Message content and the final dot, after {@link #data}: whole lines that end in CRLF. */
    public SmtpAction content(String lines) {
      return action(new Move.Content(Expressions.toStringExpression(lines)));
    }

    public SmtpAction rset() {
      return lines(Step.RSET, "RSET");
    }

    public SmtpAction noop() {
      return lines(Step.NOOP, "NOOP");
    }

    public SmtpAction quit() {
      return lines(Step.QUIT, "QUIT");
    }

    /** Any line, without its CRLF. */
    public SmtpAction line(String text) {
      return lines(Step.LINE, text);
    }

    /** Several commands in one write (RFC 2920); every reply has to be as expected. */
    public SmtpAction pipelined(SmtpAction... commands) {
      List<Move.Line> lines =
          Arrays.stream(commands).flatMap(command -> command.lines().stream()).toList();
      return action(new Move.Lines(lines));
    }

    /** ETRN, and a reset of the connection without waiting for the reply. */
    public SmtpAction etrnAndRunAway(String node) {
      return action(
          new Move.Runaway(
              new Move.Line(Step.ETRN, Expressions.toStringExpression("ETRN " + node))));
    }

    private SmtpAction lines(Step step, String text) {
      return action(
          new Move.Lines(List.of(new Move.Line(step, Expressions.toStringExpression(text)))));
    }

    private SmtpAction action(Move move) {
      return SmtpAction.of(name, move);
    }
  }
}
