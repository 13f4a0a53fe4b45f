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
 * A request by its name, still without what it does.
 *
 * <p>All texts may hold Gatling expressions such as {@code #{node}}. One char of a text is one
 * octet on the wire; the line end is added.
 */
public final class SmtpRequest {

  private static final int[] TAKEN = {250, 251, 252};
  private static final int[] ETRN_TAKEN = {250, 251, 252, 253};
  private static final RequestBuilder.OneCommand ONE = new RequestBuilder.OneCommand();

  private final Function1<Session, Validation<String>> name;

  /**
   * @param name in reports; keep it to few
   */
  public SmtpRequest(String name) {
    this.name = Expressions.toStringExpression(name);
  }

  /** Connects to the protocol's server and reads its greeting, which must be 220. */
  public RequestBuilder connect() {
    return new RequestBuilder(
        command(Step.CONNECT, "", null, null, 220),
        (context, next, command) -> new ConnectAction(context, next, command, components(context)));
  }

  /** EHLO with the protocol's name; 250 is expected. */
  public RequestBuilder ehlo() {
    return greeting(Step.EHLO, "EHLO ");
  }

  /** EHLO with another name; 250 is expected. */
  public RequestBuilder ehlo(String host) {
    return one(Step.EHLO, "EHLO " + host, 250);
  }

  /** HELO with the protocol's name; 250 is expected. */
  public RequestBuilder helo() {
    return greeting(Step.HELO, "HELO ");
  }

  /** STARTTLS and the handshake (RFC 3207); 220 is expected, and any certificate is trusted. */
  public RequestBuilder starttls() {
    return new RequestBuilder(
        command(Step.STARTTLS, "STARTTLS", null, null, 220),
        (context, next, command) ->
            new StartTlsAction(context, next, command, components(context)));
  }

  /** AUTH PLAIN with an initial response (RFC 4954, RFC 4616); 235 is expected. */
  public RequestBuilder authPlain(String user, String password) {
    Function1<Session, Validation<String>> secret =
        Expressions.toStringExpression("\0" + user + "\0" + password);
    Function1<Session, Validation<String>> line =
        session -> secret.apply(session).map(plain -> "AUTH PLAIN " + base64(plain));
    return new RequestBuilder(
        new CommandTemplate(
            name, Step.AUTH, line, "AUTH PLAIN ****", null, null, ReplyExpectation.of(235), false),
        ONE);
  }

  /**
   * ETRN (RFC 1985) for a node: a domain, one with its subdomains ({@code @}), or a queue ({@code
   * #}); 250 to 253 are expected.
   */
  public RequestBuilder etrn(String node) {
    Function1<Session, Validation<String>> expression = expression(node);
    return new RequestBuilder(command(Step.ETRN, "ETRN ", expression, null, ETRN_TAKEN), ONE);
  }

  /** ETRN for a domain and all its subdomains (RFC 1985 section 5.3). */
  public RequestBuilder etrnSubdomains(String domain) {
    return etrn("@" + domain);
  }

  /** ETRN for a queue of the server's (RFC 1985 section 5.3). */
  public RequestBuilder etrnQueue(String queue) {
    return etrn("#" + queue.replaceFirst("^#(?!\\{)", ""));
  }

  /** MAIL FROM; 250 is expected. */
  public RequestBuilder mail(String from) {
    return one(Step.MAIL, "MAIL FROM:<" + from + ">", 250);
  }

  /** RCPT TO; 250 to 252 are expected. */
  public RequestBuilder rcpt(String to) {
    return one(Step.RCPT, "RCPT TO:<" + to + ">", TAKEN);
  }

  /**
   * DATA, and the content when the server answers 354; 250 to the content is expected. One request
   * in Gatling's log, two steps for the listener.
   *
   * @param content header, empty line and body with CRLF or LF as line ends; dots are stuffed
   */
  public RequestBuilder data(String content) {
    Function1<Session, Validation<String>> text = expression(content);
    return new RequestBuilder(
        command(Step.DATA, "DATA", null, s -> text.apply(s).map(DataContent::onTheWire), 250),
        new DataMaker());
  }

  /** RSET; 250 is expected. */
  public RequestBuilder rset() {
    return one(Step.RSET, "RSET", 250);
  }

  /** NOOP; 250 is expected. */
  public RequestBuilder noop() {
    return one(Step.NOOP, "NOOP", 250);
  }

  /** QUIT, and the connection is closed after the reply; 221 is expected. */
  public RequestBuilder quit() {
    return one(Step.QUIT, "QUIT", 221);
  }

  /** Any line, sent as it is; 250 is expected where nothing else is said. */
  public RequestBuilder line(String line) {
    return one(Step.LINE, line, 250);
  }

  /** Drops the connection with RST, without a word. */
  public RequestBuilder drop() {
    return new RequestBuilder(
        command(Step.DROP, "", null, null, 250),
        (context, next, command) -> new DropAction(context, next, command, false));
  }

  private RequestBuilder one(Step step, String line, int... codes) {
    return new RequestBuilder(command(step, line, null, null, codes), ONE);
  }

  /** EHLO or HELO, whose name the protocol has, which is not known before the run. */
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
