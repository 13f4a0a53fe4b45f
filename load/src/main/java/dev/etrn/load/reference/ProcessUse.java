package dev.etrn.load.reference;

import dev.etrn.suites.targets.MachineUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the system says of a process. */
final class ProcessUse {

  private static final int KIB = 1024;

  private ProcessUse() {}

  /** Empty when the system does not tell. */
  static Optional<MachineUse> of(ProcessHandle process) {
    return process
        .info()
        .totalCpuDuration()
        .map(cpu -> new MachineUse(cpu, resident(process.pid())));
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
