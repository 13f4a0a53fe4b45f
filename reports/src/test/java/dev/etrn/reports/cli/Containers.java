package dev.etrn.reports.cli;

import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/** The condition of tests that run containers. */
final class Containers {

  private Containers() {}

  /**
   * Returns true if the tests run. Without Docker, one line says that they are skipped; with
   * ETRN_REQUIRE_CONTAINERS=true they run, and fail.
   */
  static boolean canRun() {
    boolean can =
        "true".equals(System.getenv("ETRN_REQUIRE_CONTAINERS"))
            || DockerClientFactory.instance().isDockerAvailable();
    if (!can) {
      LoggerFactory.getLogger(Containers.class)
          .warn("a test with containers is skipped: no Docker engine answers");
    }
    return can;
  }
}
