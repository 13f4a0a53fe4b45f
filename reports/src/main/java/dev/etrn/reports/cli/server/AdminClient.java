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

/** The client of the admin address of a running server. */
final class AdminClient {

  /** The default admin address of the commands, which is also that of the examples. */
  static final String DEFAULT_ADDRESS = "127.0.0.1:2580";

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final Duration RELOAD_TIMEOUT = Duration.ofMinutes(1);

  private final String address;

  private AdminClient(String address) {
    this.address = address;
  }

  /**
   * Returns the client of an address.
   *
   * @param text the host and the port as the user gave them
   */
  static AdminClient of(String text) throws HarnessConfigurationException {
    return new AdminClient(Addresses.text(HostPort.resolve("--admin", text)));
  }

  /** Returns the body of the answer for {@code path}. */
  String get(String path) throws TargetUnavailableException, InterruptedException {
    HttpResponse<String> response =
        send(HttpRequest.newBuilder(uri(path)).timeout(TIMEOUT).build());
    if (response.statusCode() != 200) {
      throw unexpectedStatus(response);
    }
    return response.body();
  }

  /** Makes the server start its periodic job. */
  void startPeriodicJob() throws TargetUnavailableException, InterruptedException {
    HttpResponse<String> response = send(post("/run", TIMEOUT));
    if (response.statusCode() != 200) {
      throw unexpectedStatus(response);
    }
  }

  /**
   * Makes the server reload its configuration.
   *
   * @return the warnings, a sentence on each line
   * @throws HarnessConfigurationException if it has errors, so that the old one stays in use
   */
  String reload()
      throws TargetUnavailableException, HarnessConfigurationException, InterruptedException {
    HttpResponse<String> response = send(post("/reload", RELOAD_TIMEOUT));
    if (response.statusCode() == 422) {
      throw new HarnessConfigurationException(response.body().strip().replace("\n", "\netrn: "));
    } else if (response.statusCode() != 200) {
      throw unexpectedStatus(response);
    }
    return response.body();
  }

  private HttpRequest post(String path, Duration timeout) {
    return HttpRequest.newBuilder(uri(path)).timeout(timeout).POST(BodyPublishers.noBody()).build();
  }

  private URI uri(String path) {
    return URI.create("http://" + address + path);
  }

  private HttpResponse<String> send(HttpRequest request)
      throws TargetUnavailableException, InterruptedException {
    try {
      return HttpClient.newBuilder()
          .connectTimeout(TIMEOUT)
          .build()
          .send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new TargetUnavailableException(
          "cannot reach "
              + address
              + " ("
              + Addresses.reason(e)
              + "): was the server started with etrn serve --admin "
              + address
              + "?",
          e);
    }
  }

  private TargetUnavailableException unexpectedStatus(HttpResponse<String> response) {
    return new TargetUnavailableException(
        address
            + " answers with status "
            + response.statusCode()
            + ": is it the admin address of etrn serve?");
  }
}
