package dev.etrn.load.dsl;

import io.gatling.app.Gatling$;
import io.gatling.javaapi.core.Simulation;
import java.nio.file.Path;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;

/**
 * Runs a simulation in this process; once in a process, since Gatling reads its settings once.
 *
 * <p>Gatling would report its use, and ask for its newest version; both are switched off, so
 * nothing but the load leaves the machine. It needs {@code
 * --add-opens=java.base/java.lang=ALL-UNNAMED}.
 */
public final class GatlingRun {

  /** Where Gatling keeps when it asked last. */
  private static final String LATEST = "/io/gatling/latestVersion";

  private static final long NEVER = Long.MAX_VALUE / 4;

  private GatlingRun() {}

  /**
   * @param directory for Gatling's own log and settings; exists
   * @return 0, 1 when it could not run, or 2 when an assertion failed
   */
  public static int of(Class<? extends Simulation> simulation, Path directory) {
    System.setProperty("java.util.prefs.userRoot", directory.toString());
    System.setProperty("gatling.data.enableAnalytics", "false");
    System.setProperty("gatling.data.writers.0", "file");
    silenceTheVersionCheck();
    return Gatling$.MODULE$.fromArgs(
        new String[] {
          "--simulation", simulation.getName(),
          "--results-folder", directory.toString(),
          "--no-reports"
        });
  }

  private static void silenceTheVersionCheck() {
    Preferences latest = Preferences.userRoot().node(LATEST);
    latest.putLong("lastCheckTimestamp", NEVER);
    latest.putBoolean("lastCheckSuccess", false);
    try {
      latest.flush();
    } catch (BackingStoreException e) {
      throw new IllegalStateException("the settings of the load engine cannot be kept", e);
    }
  }
}
