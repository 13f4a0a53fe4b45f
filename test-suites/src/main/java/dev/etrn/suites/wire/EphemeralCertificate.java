package dev.etrn.suites.wire;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;

/** The TLS context of a server with a self-signed certificate, made for one run. */
public final class EphemeralCertificate {

  private EphemeralCertificate() {}

  /** Returns the context of a server named {@code provider.example}. */
  public static SSLContext context() {
    return context("provider.example");
  }

  /** Returns the context of a server named {@code name}. */
  public static SSLContext context(String name) {
    try {
      X509Bundle bundle =
          new CertificateBuilder()
              .subject("CN=" + name)
              .setIsCertificateAuthority(true)
              .buildSelfSigned();
      SSLContext context = SSLContext.getInstance("TLS");
      KeyManager[] keys = bundle.toKeyManagerFactory().getKeyManagers();
      context.init(keys, null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make a certificate", e);
    } catch (Exception e) {
      // The builder declares no narrower type.
      throw new IllegalStateException("a certificate cannot be made", e);
    }
  }
}
