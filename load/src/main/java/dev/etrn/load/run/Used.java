package dev.etrn.load.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a process used.
 *
 * @param cpu its threads' time, together
 * @param residentBytes its memory now, as the system counts it; 0 when it does not tell
 */
public record Used(Duration cpu, long residentBytes) {

  private static final int KIB = 1024;

  /** What was used in between, with the memory at the end. */
  static Optional<Used> between(Optional<Used> before, Optional<Used> after) {
    return before.flatMap(
        from -> after.map(to -> new Used(to.cpu().minus(from.cpu()), to.residentBytes())));
  }

  static Optional<Used> by(ProcessHandle process) {
    return process.info().totalCpuDuration().map(cpu -> new Used(cpu, resident(process.pid())));
  }

  /** Linux only: the line {@code VmRSS: 1234 kB}. */
  private static long resident(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> line.replaceAll("[^0-9]", ""))
          .mapToLong(Long::parseLong)
          .map(kib -> kib * KIB)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
