package dev.etrn.load.coordination;

import dev.etrn.load.scenario.LoadPlan;
import dev.etrn.load.shard.Shard;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * The meeting point of a run and its injectors: a directory that all of them see, and nothing else.
 *
 * <p>The run writes the plan. Each injector reads it and reports that it is ready. Then the run
 * announces the instant at which all of them begin. At the end each injector leaves its record. A
 * file that others wait for appears with its whole content.
 *
 * @param directory the shared directory, which exists
 */
public record Rendezvous(Path directory) {

  private static final String PLAN = "plan.json";
  private static final String START = "start";
  private static final String READY = "ready";
  private static final String INJECTOR = "injector-";
  private static final String CALLED_OFF = "called off";

  /** Returns the files of an injector, in a directory that the injector creates when it comes. */
  public InjectorFiles injector(int index) {
    return new InjectorFiles(directory.resolve(INJECTOR + index));
  }

  /** Returns true if the directory holds nothing of another run. */
  public boolean isFree() throws IOException {
    return !Files.exists(plan()) && injectors().isEmpty();
  }

  /** Removes the files of another run. */
  void clear() throws IOException {
    for (Path injector : injectors()) {
      Files.deleteIfExists(injector.resolve(READY));
      new InjectorFiles(injector).delete();
      removeIfEmpty(injector);
    }
    Files.deleteIfExists(directory.resolve(START));
    Files.deleteIfExists(plan());
  }

  /** Writes the plan, so that injectors can come. */
  void open(LoadPlan plan) throws IOException {
    AtomicFile.write(plan(), PlanFile.text(plan));
  }

  boolean isReady(int index) {
    return Files.exists(injector(index).directory().resolve(READY));
  }

  void begin(Instant start) throws IOException {
    AtomicFile.write(directory.resolve(START), start.toString());
  }

  /** Tells the injectors that came that the run will not begin. */
  void callOff() throws IOException {
    AtomicFile.write(directory.resolve(START), CALLED_OFF);
  }

  /**
   * Waits for the plan.
   *
   * @throws IOException when no plan comes in time
   */
  public LoadPlan awaitPlan(Duration timeout) throws IOException, InterruptedException {
    if (!ConditionPoller.until(timeout, () -> Files.exists(plan()))) {
      throw new IOException(
          "no plan came to "
              + directory
              + ": start 'etrn load' with --share, and mount what it names there");
    }
    return PlanFile.read(plan());
  }

  /**
   * Registers an injector that can begin.
   *
   * @throws IOException when another injector has registered with the same index
   */
  public void come(Shard shard) throws IOException {
    Path injectorDirectory = Files.createDirectories(injector(shard.index()).directory());
    try {
      Files.createFile(injectorDirectory.resolve(READY));
    } catch (FileAlreadyExistsException e) {
      throw new IOException(
          shard + " was here already: a task that failed must not be started again", e);
    }
  }

  /**
   * Waits for the instant at which all begin; it may be in the past.
   *
   * @throws IOException when no start comes in time, or the run was called off
   */
  public Instant awaitStart(Duration timeout) throws IOException, InterruptedException {
    Path start = directory.resolve(START);
    if (!ConditionPoller.until(timeout, () -> Files.exists(start))) {
      throw new IOException("the start did not come: is 'etrn load' still running?");
    }
    String text = Files.readString(start);
    if (text.equals(CALLED_OFF)) {
      throw new IOException("the run was called off, since not all injectors came");
    }
    return Instant.parse(text);
  }

  /**
   * Returns the shards whose injectors have not registered yet.
   *
   * @param count the number of injectors of the run
   */
  List<Shard> missing(int count) {
    return Stream.iterate(1, index -> index <= count, index -> index + 1)
        .filter(index -> !isReady(index))
        .map(index -> new Shard(index, count))
        .toList();
  }

  private static void removeIfEmpty(Path injector) throws IOException {
    try {
      Files.deleteIfExists(injector);
    } catch (DirectoryNotEmptyException e) {
      // The output of the engine and of the injector itself stays until it is overwritten.
      return;
    }
  }

  private Path plan() {
    return directory.resolve(PLAN);
  }

  private List<Path> injectors() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(entry -> String.valueOf(entry.getFileName()).matches(INJECTOR + "[0-9]+"))
          .toList();
    }
  }
}
