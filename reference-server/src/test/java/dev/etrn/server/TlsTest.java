package dev.etrn.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.etrn.server.auth.PasswordHash;
import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.pmdf.ConfigDirectory;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The use of STARTTLS over a real connection, with a configuration in files. */
@Tag("slow")
class TlsTest {

  @TempDir private Path directory = Path.of("");

  @Test
  void encryptsTheSessionAndAuthenticatesTheClient() throws Exception {
    X509Bundle certificate = write();
    try (EtrnServer server = EtrnServer.start(config());
        Socket plain = new Socket(server.address().getAddress(), server.address().getPort())) {
      plain.setSoTimeout(10_000);
      assertThat(ask(plain, "EHLO c.test\r\nETRN branch.test\r\n", 3))
          .contains("250-STARTTLS", "530");
      assertThat(ask(plain, "STARTTLS\r\n", 1)).startsWith("220 ");
      try (SSLSocket secure = secured(plain, certificate)) {
        String credentials =
            Base64.getEncoder().encodeToString("\0branch\0secret".getBytes(StandardCharsets.UTF_8));
        assertThat(
                ask(
                    secure,
                    "EHLO c.test\r\nETRN branch.test\r\nAUTH PLAIN "
                        + credentials
                        + "\r\nETRN branch.test\r\n",
                    4))
            .contains("250-AUTH PLAIN LOGIN", "459", "235", "251");
      }
    }
  }

  @Test
  void closesAConnectionThatDoesNotBeginTlsAfterAskingForIt() throws Exception {
    write();
    try (EtrnServer server = EtrnServer.start(config());
        Socket plain = new Socket(server.address().getAddress(), server.address().getPort())) {
      plain.setSoTimeout(10_000);
      String answers = ask(plain, "EHLO c.test\r\nSTARTTLS\r\nETRN branch.test\r\n", 3);
      assertThat(answers).contains("220 2.0.0").doesNotContain("530", "251", "459");
      assertThat(plain.isClosed()).isFalse();
      plain.getOutputStream().write("ETRN branch.test\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(answers(plain, 9)).doesNotContain("530", "251", "459");
    }
  }

  @Test
  void readsItsCertificateAgainForNewSessions() throws Exception {
    X509Bundle first = write();
    try (EtrnServer server = EtrnServer.start(config());
        Socket old = new Socket(server.address().getAddress(), server.address().getPort())) {
      old.setSoTimeout(10_000);
      assertThat(ask(old, "EHLO c.test\r\n", 2)).contains("250-STARTTLS");
      X509Bundle second = write();
      server.reload(config());
      assertThat(ask(old, "STARTTLS\r\n", 1)).startsWith("220 ");
      try (SSLSocket secure = secured(old, first);
          Socket young = new Socket(server.address().getAddress(), server.address().getPort())) {
        assertThat(ask(secure, "NOOP\r\n", 1)).startsWith("250 ");
        young.setSoTimeout(10_000);
        assertThat(ask(young, "EHLO c.test\r\nSTARTTLS\r\n", 3)).contains("220 2.0.0");
        try (SSLSocket secureToo = secured(young, second)) {
          assertThat(ask(secureToo, "NOOP\r\n", 1)).startsWith("250 ");
        }
      }
    }
  }

  @Test
  void saysThatItsCertificateIsNotUsable() throws Exception {
    write();
    Files.writeString(directory.resolve("server.crt"), "nonsense");
    assertThatThrownBy(() -> EtrnServer.start(config()).close())
        .isInstanceOf(IOException.class)
        .hasMessageContaining("server.crt");
  }

  private X509Bundle write() throws Exception {
    X509Bundle bundle =
        new CertificateBuilder()
            .subject("CN=localhost")
            .setIsCertificateAuthority(true)
            .buildSelfSigned();
    Files.writeString(directory.resolve("server.crt"), bundle.getCertificatePathPEM());
    Files.writeString(directory.resolve("server.key"), bundle.getPrivateKeyPEM());
    Files.writeString(
        directory.resolve("etrn_users"), "branch " + PasswordHash.of("secret") + "\n");
    Files.writeString(directory.resolve("etrn_access"), "user=branch branch.test\n");
    Files.writeString(
        directory.resolve("pmdf.cnf"),
        ". $U%$H@TCP-DAEMON\n\nl\nhub.test\n\n"
            + "tcp_local periodic silentetrn musttlsserver maysaslserver\nTCP-DAEMON\n");
    return bundle;
  }

  private ServerConfig config() throws Exception {
    var understood =
        ConfigDirectory.read(directory, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    assertThat(understood.warnings()).isEmpty();
    return understood.config();
  }

  private static SSLSocket secured(Socket plain, X509Bundle certificate) throws Exception {
    var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    trusted.setCertificateEntry("server", certificate.getCertificate());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, "localhost", 25, false);
    socket.startHandshake();
    return socket;
  }

  private static String ask(Socket socket, String commands, int replies) throws IOException {
    socket.getOutputStream().write(commands.getBytes(StandardCharsets.US_ASCII));
    return answers(socket, replies);
  }

  /** Reads until the expected number of replies arrived, or the peer closes. */
  private static String answers(Socket socket, int replies) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII), 1);
    var answers = new StringBuilder();
    int whole = 0;
    String line;
    while (whole < replies && (line = in.readLine()) != null) {
      answers.append(line).append('\n');
      whole += line.startsWith("-", 3) ? 0 : 1;
    }
    return answers.toString();
  }
}
