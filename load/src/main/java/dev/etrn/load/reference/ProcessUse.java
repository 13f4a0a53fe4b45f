package dev.etrn.load.reference;

import dev.etrn.suites.targets.MachineUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The resource use of a process, as the operating system reports it. */
final class ProcessUse {

  private static final int KIB = 1024;

  private ProcessUse() {}

  /** Returns the use of a process; empty if the system does not report it. */
  static Optional<MachineUse> of(ProcessHandle process) {
    return process
        .info()
        .totalCpuDuration()
        .map(cpu -> new MachineUse(cpu, resident(process.pid())));
  }

  /**
   * Returns the resident bytes from the line {@code VmRSS: 1234 kB}, which only Linux has; 0
   * elsewhere.
   */
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
