package dev.etrn.load.process;

import java.io.IOException;

/** The process that started this one and holds its standard input open. */
public final class ParentProcess {

  private ParentProcess() {}

  /** Ends this process as soon as its parent has ended, for whatever reason. */
  public static void endWithIt() {
    var watch = new Thread(ParentProcess::await, "parent");
    watch.setDaemon(true);
    watch.start();
  }

  private static void await() {
    try {
      while (System.in.read() >= 0) {
        // The parent writes nothing; only the end of the stream counts.
      }
    } catch (IOException e) {
      // A broken stream is at its end too.
      System.exit(1);
    }
    System.exit(1);
  }
}
