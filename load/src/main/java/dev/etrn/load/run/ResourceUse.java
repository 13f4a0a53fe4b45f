package dev.etrn.load.run;

import dev.etrn.suites.targets.MachineUse;
import java.time.Duration;
import java.util.List;

/**
 * The resource use of the target during a run.
 *
 * @param cpu the CPU time of all its threads
 * @param residentBytes its resident memory at the end; 0 if the system does not report it
 * @param peakBytes the largest resident memory that was seen
 * @param course the course of its resident memory while load was made
 */
public record ResourceUse(Duration cpu, long residentBytes, long peakBytes, List<MemoryAt> course) {

  public ResourceUse {
    course = List.copyOf(course);
  }

  /**
   * A reading of the target's memory.
   *
   * @param seconds the time since the run began
   */
  public record MemoryAt(double seconds, long residentBytes) {}

  static ResourceUse between(MachineUse before, MachineUse after, List<MemoryAt> course) {
    long peak =
        course.stream().mapToLong(MemoryAt::residentBytes).reduce(after.residentBytes(), Math::max);
    return new ResourceUse(after.cpu().minus(before.cpu()), after.residentBytes(), peak, course);
  }
}
