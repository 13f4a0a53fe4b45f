package dev.etrn.server;

import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.Security;
import dev.etrn.server.etrn.EtrnHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * A configuration and the certificate that was read with it; a session keeps one from its beginning
 * to its end (SEC-034).
 *
 * @param certificate null where TLS is not offered
 * @param etrn the handler of ETRN lines
 */
record ConfigGeneration(ServerConfig config, @Nullable SslContext certificate, EtrnHandler etrn) {

  /**
   * Reads the certificate of {@code config}.
   *
   * @throws IOException when it cannot be used
   */
  static ConfigGeneration of(ServerConfig config, EtrnHandler etrn) throws IOException {
    if (config.security().certificate().isEmpty()) {
      return new ConfigGeneration(config, null, etrn);
    }
    Security.Certificate files = config.security().certificate().get();
    try {
      // With startTls, so that the reply to STARTTLS goes out in the clear.
      SslContext context =
          SslContextBuilder.forServer(files.chain().toFile(), files.key().toFile())
              .startTls(true)
              .protocols("TLSv1.3", "TLSv1.2")
              .build();
      return new ConfigGeneration(config, context, etrn);
    } catch (SSLException | IllegalArgumentException e) {
      throw new IOException(files.chain() + " and " + files.key() + " are not usable", e);
    }
  }
}
