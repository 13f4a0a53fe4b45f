package dev.etrn.load.run;

import dev.etrn.suites.targets.MachineUse;
import java.time.Duration;
import java.util.List;

/**
 * What the target used during a run.
 *
 * @param cpu its threads' time, together
 * @param residentBytes its memory at the end, as the system counts it; 0 when it does not tell
 * @param peakBytes the most memory that was seen
 * @param course its memory while load was made
 */
public record ResourceUse(Duration cpu, long residentBytes, long peakBytes, List<MemoryAt> course) {

  public ResourceUse {
    course = List.copyOf(course);
  }

  /**
   * A look at its memory.
   *
   * @param seconds since the run began
   */
  public record MemoryAt(double seconds, long residentBytes) {}

  static ResourceUse between(MachineUse before, MachineUse after, List<MemoryAt> course) {
    long peak =
        course.stream().mapToLong(MemoryAt::residentBytes).reduce(after.residentBytes(), Math::max);
    return new ResourceUse(after.cpu().minus(before.cpu()), after.residentBytes(), peak, course);
  }
}
