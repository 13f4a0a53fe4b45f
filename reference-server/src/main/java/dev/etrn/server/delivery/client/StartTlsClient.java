package dev.etrn.server.delivery.client;

import dev.etrn.server.config.channel.Security.Demand;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The client side of STARTTLS (RFC 3207).
 *
 * <p>The peer's certificate is not verified. Its name comes from the DNS, which proves nothing, the
 * certificates of most mail servers contain another name, and the alternative is no encryption: TLS
 * stops an eavesdropper here, not an attacker in the middle (opportunistic security, RFC 7435).
 */
public final class StartTlsClient {

  private final SSLContext context;

  public StartTlsClient() {
    try {
      context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Anybody()}, null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /**
   * Sends EHLO, starts TLS as far as {@code demand} and the peer allow, and sends EHLO again.
   *
   * @return the reply to the last EHLO; the extensions of the first are forgotten (CLI-018)
   * @throws TlsFailureException when the peer offered TLS, and the handshake failed
   * @throws IOException also when TLS is demanded and not available
   */
  ServerReply greet(SmtpDialogue dialogue, String ownName, Demand demand) throws IOException {
    ServerReply inTheClear = dialogue.greet(ownName);
    if (demand == Demand.NO) {
      return inTheClear;
    }
    boolean isOffered = inTheClear.offers("STARTTLS");
    ServerReply ready = isOffered ? dialogue.ask("STARTTLS") : inTheClear;
    if (ready.code() == 220) {
      return encrypted(dialogue, ownName);
    }
    if (demand == Demand.MUST) {
      throw new IOException(
          isOffered ? "STARTTLS was answered " + ready.text() : "TLS is not offered, but demanded");
    }
    return inTheClear;
  }

  private ServerReply encrypted(SmtpDialogue dialogue, String ownName) throws IOException {
    dialogue.encrypt(context.getSocketFactory());
    try {
      return dialogue.greet(ownName);
    } catch (SSLException e) {
      // With TLS 1.3 a server may refuse after the client has finished the handshake.
      throw new TlsFailureException(e);
    }
  }

  private static final class Anybody extends X509ExtendedTrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
