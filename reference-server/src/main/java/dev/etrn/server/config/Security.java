package dev.etrn.server.config;

import dev.etrn.server.access.ConnectedClient;
import dev.etrn.server.auth.Users;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What sessions may or must do to be trusted.
 *
 * @param tls the keywords maytlsserver and musttlsserver
 * @param auth the keywords maysaslserver and mustsaslserver; only over TLS
 * @param certificate PEM files, there when TLS may be used
 * @param users who can prove who they are
 */
public record Security(Demand tls, Demand auth, Optional<Certificate> certificate, Users users) {

  /** Neither TLS nor AUTH. */
  public static final Security NONE =
      new Security(Demand.NO, Demand.NO, Optional.empty(), Users.NOBODY);

  /** How much something is wanted. */
  public enum Demand {
    NO,
    MAY,
    MUST
  }

  /**
   * Two PEM files.
   *
   * @param chain the server's certificate first
   * @param key PKCS #8, not encrypted
   */
  public record Certificate(Path chain, Path key) {}

  /** Whether {@code client} still has to do something before it may use mail or ETRN. */
  public boolean wantsMoreOf(ConnectedClient client) {
    return (tls == Demand.MUST && !client.isEncrypted())
        || (auth == Demand.MUST && client.identity().isEmpty());
  }

  /** Whether AUTH is offered to {@code client} now. */
  public boolean offersAuth(ConnectedClient client) {
    return auth != Demand.NO && client.isEncrypted() && client.identity().isEmpty();
  }

  /** Whether STARTTLS is offered to {@code client} now. */
  public boolean offersTls(ConnectedClient client) {
    return tls != Demand.NO && !client.isEncrypted();
  }
}
