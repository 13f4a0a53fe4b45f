package dev.etrn.server.config.channel;

import dev.etrn.server.access.ConnectedClient;
import dev.etrn.server.auth.Users;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The TLS and AUTH that sessions may or must use.
 *
 * @param tls the keywords maytlsserver and musttlsserver
 * @param auth the keywords maysaslserver and mustsaslserver; only over TLS
 * @param certificate the PEM files; present when TLS may be used
 * @param users the users that can authenticate
 */
public record Security(Demand tls, Demand auth, Optional<Certificate> certificate, Users users) {

  /** The security of a server without TLS and AUTH. */
  public static final Security NONE =
      new Security(Demand.NO, Demand.NO, Optional.empty(), Users.NOBODY);

  /** The demand for TLS or AUTH. */
  public enum Demand {
    NO,
    MAY,
    MUST
  }

  /**
   * The PEM files of a certificate.
   *
   * @param chain the server's certificate first
   * @param key PKCS #8, not encrypted
   */
  public record Certificate(Path chain, Path key) {}

  /** Returns true if {@code client} still needs TLS or AUTH before it may use mail or ETRN. */
  public boolean wantsMoreOf(ConnectedClient client) {
    return (tls == Demand.MUST && !client.isEncrypted())
        || (auth == Demand.MUST && client.identity().isEmpty());
  }

  /** Returns true if AUTH is offered to {@code client} now. */
  public boolean offersAuth(ConnectedClient client) {
    return auth != Demand.NO && client.isEncrypted() && client.identity().isEmpty();
  }

  /** Returns true if STARTTLS is offered to {@code client} now. */
  public boolean offersTls(ConnectedClient client) {
    return tls != Demand.NO && !client.isEncrypted();
  }
}
