package dev.etrn.load.action;

import static dev.etrn.load.protocol.SmtpComponents.KEY;

import dev.etrn.load.protocol.SmtpComponents;
import dev.etrn.load.protocol.Step;
import io.gatling.commons.validation.Validation;
import io.gatling.core.action.Action;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import io.gatling.javaapi.core.internal.Expressions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scala.Function1;

/**
 * A named request, still without its command.
 *
 * <p>All texts may hold Gatling expressions such as {@code #{node}}. One char of a text is one
 * octet on the wire; the line end is added.
 */
public final class SmtpRequest {

  private static final int[] TAKEN = {250, 251, 252};
  private static final int[] ETRN_TAKEN = {250, 251, 252, 253};
  private static final RequestBuilder.OneCommand SINGLE_LINE = new RequestBuilder.OneCommand();

  private final Function1<Session, Validation<String>> name;

  /**
   * Creates a request.
   *
   * @param name the request's name in reports; use few names
   */
  public SmtpRequest(String name) {
    this.name = Expressions.toStringExpression(name);
  }

  /**
   * Returns a request that connects to the protocol's server and reads its greeting, which must be
   * 220.
   */
  public RequestBuilder connect() {
    return new RequestBuilder(
        command(Step.CONNECT, "", null, null, 220),
        (context, next, command) -> new ConnectAction(context, next, command, components(context)));
  }

  /** Returns a request that sends EHLO with the protocol's name; it expects 250. */
  public RequestBuilder ehlo() {
    return greeting(Step.EHLO, "EHLO ");
  }

  /** Returns a request that sends EHLO with another name; it expects 250. */
  public RequestBuilder ehlo(String host) {
    return singleLine(Step.EHLO, "EHLO " + host, 250);
  }

  /** Returns a request that sends HELO with the protocol's name; it expects 250. */
  public RequestBuilder helo() {
    return greeting(Step.HELO, "HELO ");
  }

  /**
   * Returns a request that sends STARTTLS and does the handshake (RFC 3207); it expects 220, and
   * trusts any certificate.
   */
  public RequestBuilder starttls() {
    return new RequestBuilder(
        command(Step.STARTTLS, "STARTTLS", null, null, 220),
        (context, next, command) ->
            new StartTlsAction(context, next, command, components(context)));
  }

  /**
   * Returns a request that sends AUTH PLAIN with an initial response (RFC 4954, RFC 4616); it
   * expects 235.
   */
  public RequestBuilder authPlain(String user, String password) {
    Function1<Session, Validation<String>> secret =
        Expressions.toStringExpression("\0" + user + "\0" + password);
    Function1<Session, Validation<String>> line =
        session -> secret.apply(session).map(plain -> "AUTH PLAIN " + base64(plain));
    return new RequestBuilder(
        new CommandTemplate(
            name, Step.AUTH, line, "AUTH PLAIN ****", null, null, ReplyExpectation.of(235), false),
        SINGLE_LINE);
  }

  /**
   * Returns a request that sends ETRN (RFC 1985) for a node: a domain, a domain with its subdomains
   * ({@code @}), or a queue ({@code #}). It expects 250 to 253.
   */
  public RequestBuilder etrn(String node) {
    Function1<Session, Validation<String>> expression = expression(node);
    return new RequestBuilder(
        command(Step.ETRN, "ETRN ", expression, null, ETRN_TAKEN), SINGLE_LINE);
  }

  /**
   * Returns a request that sends ETRN for a domain and all its subdomains (RFC 1985 section 5.3).
   */
  public RequestBuilder etrnSubdomains(String domain) {
    return etrn("@" + domain);
  }

  /** Returns a request that sends ETRN for a queue of the server (RFC 1985 section 5.3). */
  public RequestBuilder etrnQueue(String queue) {
    return etrn("#" + queue.replaceFirst("^#(?!\\{)", ""));
  }

  /** Returns a request that sends MAIL FROM; it expects 250. */
  public RequestBuilder mail(String sender) {
    return singleLine(Step.MAIL, "MAIL FROM:<" + sender + ">", 250);
  }

  /** Returns a request that sends RCPT TO; it expects 250 to 252. */
  public RequestBuilder rcpt(String recipient) {
    return singleLine(Step.RCPT, "RCPT TO:<" + recipient + ">", TAKEN);
  }

  /**
   * Returns a request that sends DATA, and the content if the server answers 354; it expects 250 to
   * the content. It is one request in Gatling's log and two steps for the listener.
   *
   * @param content the header, an empty line and the body, with CRLF or LF as line ends; dots are
   *     stuffed
   */
  public RequestBuilder data(String content) {
    Function1<Session, Validation<String>> text = expression(content);
    return new RequestBuilder(
        command(
            Step.DATA,
            "DATA",
            null,
            session -> text.apply(session).map(DataContent::onTheWire),
            250),
        new DataMaker());
  }

  /** Returns a request that sends RSET; it expects 250. */
  public RequestBuilder rset() {
    return singleLine(Step.RSET, "RSET", 250);
  }

  /** Returns a request that sends NOOP; it expects 250. */
  public RequestBuilder noop() {
    return singleLine(Step.NOOP, "NOOP", 250);
  }

  /**
   * Returns a request that sends QUIT and closes the connection after the reply; it expects 221.
   */
  public RequestBuilder quit() {
    return singleLine(Step.QUIT, "QUIT", 221);
  }

  /**
   * Returns a request that sends a line unchanged; it expects 250 unless {@link
   * RequestBuilder#expecting} says otherwise.
   */
  public RequestBuilder line(String line) {
    return singleLine(Step.LINE, line, 250);
  }

  /** Returns a request that drops the connection with RST, without a command. */
  public RequestBuilder drop() {
    return new RequestBuilder(
        command(Step.DROP, "", null, null, 250),
        (context, next, command) -> new DropAction(context, next, command, false));
  }

  private RequestBuilder singleLine(Step step, String line, int... codes) {
    return new RequestBuilder(command(step, line, null, null, codes), SINGLE_LINE);
  }

  /**
   * Returns a request that sends EHLO or HELO; its name comes from the protocol, which is not known
   * before the run.
   */
  private RequestBuilder greeting(Step step, String verb) {
    return new RequestBuilder(command(step, verb, null, null, 250), new GreetingMaker(verb));
  }

  private CommandTemplate command(
      Step step,
      String line,
      @Nullable Function1<Session, Validation<String>> node,
      @Nullable Function1<Session, Validation<String>> content,
      int... codes) {
    return new CommandTemplate(
        name, step, expression(line), null, node, content, ReplyExpectation.of(codes), false);
  }

  private static Function1<Session, Validation<String>> expression(String text) {
    return Expressions.toStringExpression(text);
  }

  private static SmtpComponents components(ScenarioContext context) {
    return context.protocolComponentsRegistry().components(KEY);
  }

  private static String base64(String plain) {
    return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  private record DataMaker() implements RequestBuilder.ActionFactory {
    @Override
    public Action make(ScenarioContext context, Action next, CommandTemplate command) {
      return new CommandAction(context, next, List.of(command));
    }
  }

  private record GreetingMaker(String verb) implements RequestBuilder.ActionFactory {
    @Override
    public Action make(ScenarioContext context, Action next, CommandTemplate command) {
      String host = components(context).protocol().ehloName();
      return new CommandAction(context, next, List.of(command.withLine(expression(verb + host))));
    }
  }
}
