package dev.etrn.reports.cli.server;

import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.config.HostPort;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.wire.Addresses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks the admin address of a running server. */
final class AdminClient {

  /** Where the commands look for a server; what {@code serve --admin} is told in examples. */
  static final String USUAL = "127.0.0.1:2580";

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration RELOAD_PATIENCE = Duration.ofMinutes(1);

  private final String address;

  private AdminClient(String address) {
    this.address = address;
  }

  /**
   * @param text host and port as the user gave them
   */
  static AdminClient of(String text) throws HarnessConfigurationException {
    return new AdminClient(Addresses.text(HostPort.resolve("--admin", text)));
  }

  /** What is at {@code path}. */
  String get(String path) throws TargetUnavailableException, InterruptedException {
    HttpResponse<String> response =
        send(HttpRequest.newBuilder(uri(path)).timeout(PATIENCE).build());
    if (response.statusCode() != 200) {
      throw strange(response);
    }
    return response.body();
  }

  /**
   * Has the configuration read again.
   *
   * @return warnings, a sentence on each line
   * @throws HarnessConfigurationException when it has errors, and the old one stays
   */
  String reload()
      throws TargetUnavailableException, HarnessConfigurationException, InterruptedException {
    HttpResponse<String> response =
        send(
            HttpRequest.newBuilder(uri("/reload"))
                .timeout(RELOAD_PATIENCE)
                .POST(BodyPublishers.noBody())
                .build());
    if (response.statusCode() == 422) {
      throw new HarnessConfigurationException(response.body().strip().replace("\n", "\netrn: "));
    } else if (response.statusCode() != 200) {
      throw strange(response);
    }
    return response.body();
  }

  private URI uri(String path) {
    return URI.create("http://" + address + path);
  }

  private HttpResponse<String> send(HttpRequest request)
      throws TargetUnavailableException, InterruptedException {
    try {
      return HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .build()
          .send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new TargetUnavailableException(
          "cannot ask "
              + address
              + " ("
              + Addresses.reason(e)
              + "): is a server there that was started with etrn serve --admin "
              + address
              + "?",
          e);
    }
  }

  private TargetUnavailableException strange(HttpResponse<String> response) {
    return new TargetUnavailableException(
        address
            + " answers with status "
            + response.statusCode()
            + ": is it the admin address of etrn serve?");
  }
}
