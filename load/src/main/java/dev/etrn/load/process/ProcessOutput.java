package dev.etrn.load.process;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The standard output of a child process; its parent reads it line by line. */
public final class ProcessOutput {

  private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

  private ProcessOutput() {}

  public static void line(String line) {
    try {
      OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // The parent has ended, and ParentProcess will end this process.
      Thread.currentThread().interrupt();
    }
  }
}
