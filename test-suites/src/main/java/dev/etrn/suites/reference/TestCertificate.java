package dev.etrn.suites.reference;

import dev.etrn.server.config.channel.Security;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A self-signed certificate with its key, made for one run and deleted after it; for tests only.
 *
 * @param directory the directory, which holds nothing else
 */
record TestCertificate(Path directory) implements AutoCloseable {

  static TestCertificate make(String host) throws IOException {
    var certificate = new TestCertificate(Files.createTempDirectory("etrn-certificate"));
    try {
      X509Bundle bundle =
          new CertificateBuilder()
              .algorithm(CertificateBuilder.Algorithm.ecp256)
              .subject("CN=" + host)
              .addSanDnsName(host)
              .setIsCertificateAuthority(true)
              .buildSelfSigned();
      Files.writeString(certificate.chain(), bundle.getCertificatePathPEM());
      Files.writeString(certificate.key(), bundle.getPrivateKeyPEM());
      return certificate;
    } catch (Exception e) {
      // The builder declares no narrower type.
      certificate.close();
      throw new IOException("no certificate can be made: " + e.getMessage(), e);
    }
  }

  Security.Certificate files() {
    return new Security.Certificate(chain(), key());
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(chain());
    Files.deleteIfExists(key());
    Files.deleteIfExists(directory);
  }

  private Path chain() {
    return directory.resolve("server.crt");
  }

  private Path key() {
    return directory.resolve("server.key");
  }
}
