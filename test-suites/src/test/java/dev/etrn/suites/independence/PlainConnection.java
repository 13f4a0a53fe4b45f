package dev.etrn.suites.independence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A connection to the plain server: lines in, replies out, in the clear or inside TLS. */
final class PlainConnection {

  private final Optional<SSLContext> tls;
  private final Socket plain;
  private InputStream in;
  private OutputStream out;
  private boolean isInTls;

  PlainConnection(Optional<SSLContext> tls, Socket socket) throws IOException {
    this.tls = tls;
    this.plain = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = socket.getOutputStream();
  }

  boolean isInTls() {
    return isInTls;
  }

  /** Returns true if octets wait that were not read yet. */
  boolean hasMore() throws IOException {
    return in.available() > 0;
  }

  /** Begins TLS, and drops octets that were read before it. */
  void encrypt() throws IOException {
    SSLSocket secure =
        (SSLSocket)
            tls.orElseThrow()
                .getSocketFactory()
                .createSocket(plain, "client", plain.getPort(), true);
    secure.setUseClientMode(false);
    secure.startHandshake();
    in = new BufferedInputStream(secure.getInputStream());
    out = secure.getOutputStream();
    isInTls = true;
  }

  /** Reads a line, which ends only with CRLF. */
  String line() throws IOException {
    var line = new StringBuilder();
    int previous = -1;
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      line.append((char) octet);
      if (octet == '\n' && previous == '\r') {
        return line.substring(0, line.length() - 2);
      }
      previous = octet;
    }
    throw new IOException("the peer closed");
  }

  void say(String reply) throws IOException {
    out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
