package dev.etrn.server.delivery.client;

import io.netty.pkitesting.CertificateBuilder;
import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** The server side of TLS, with a self-signed certificate for another name. */
final class TestTls {

  SSLSocket wrap(Socket socket) throws IOException {
    try {
      var certificate =
          new CertificateBuilder()
              .subject("CN=somebody.else.test")
              .setIsCertificateAuthority(true)
              .buildSelfSigned();
      var context = SSLContext.getInstance("TLS");
      context.init(certificate.toKeyManagerFactory().getKeyManagers(), null, null);
      var secure = (SSLSocket) context.getSocketFactory().createSocket(socket, null, false);
      secure.setUseClientMode(false);
      return secure;
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }
}
