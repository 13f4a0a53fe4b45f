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
 * Where a run and its injectors meet: a directory that all of them see, and nothing else.
 *
 * <p>The run puts the plan there. Each injector reads it and says that it is ready. Then the run
 * names the instant at which all of them begin. In the end each leaves its record. Files that
 * others wait for appear with all that is in them.
 *
 * @param directory exists
 */
public record Rendezvous(Path directory) {

  private static final String PLAN = "plan.json";
  private static final String START = "start";
  private static final String READY = "ready";
  private static final String INJECTOR = "injector-";
  private static final String CALLED_OFF = "called off";

  /** What an injector has in it, in a directory that it makes when it comes. */
  public InjectorFiles injector(int index) {
    return new InjectorFiles(directory.resolve(INJECTOR + index));
  }

  /** Whether nothing of another run is in it. */
  public boolean isFree() throws IOException {
    return !Files.exists(plan()) && injectors().isEmpty();
  }

  /** Forgets another run. */
  void clear() throws IOException {
    for (Path injector : injectors()) {
      Files.deleteIfExists(injector.resolve(READY));
      new InjectorFiles(injector).delete();
      removeIfEmpty(injector);
    }
    Files.deleteIfExists(directory.resolve(START));
    Files.deleteIfExists(plan());
  }

  /** Puts the plan there, so that injectors can come. */
  void open(LoadPlan plan) throws IOException {
    AtomicFile.write(plan(), PlanFile.text(plan));
  }

  boolean isReady(int index) {
    return Files.exists(injector(index).directory().resolve(READY));
  }

  void begin(Instant at) throws IOException {
    AtomicFile.write(directory.resolve(START), at.toString());
  }

  /** Sends home who came. */
  void callOff() throws IOException {
    AtomicFile.write(directory.resolve(START), CALLED_OFF);
  }

  /**
   * Waits for the plan.
   *
   * @throws IOException when none comes in time
   */
  public LoadPlan awaitPlan(Duration atMost) throws IOException, InterruptedException {
    if (!ConditionPoller.until(atMost, () -> Files.exists(plan()))) {
      throw new IOException(
          "no plan came to "
              + directory
              + ": start 'etrn load' with --share, and mount what it names there");
    }
    return PlanFile.read(plan());
  }

  /**
   * An injector is here and can begin.
   *
   * @throws IOException when another one came as the same
   */
  public void come(Shard shard) throws IOException {
    Path own = Files.createDirectories(injector(shard.index()).directory());
    try {
      Files.createFile(own.resolve(READY));
    } catch (FileAlreadyExistsException e) {
      throw new IOException(
          shard + " was here already: a task that failed must not be started again", e);
    }
  }

  /**
   * Waits for the instant at which all begin; it may be over.
   *
   * @throws IOException when there is none
   */
  public Instant awaitStart(Duration atMost) throws IOException, InterruptedException {
    Path start = directory.resolve(START);
    if (!ConditionPoller.until(atMost, () -> Files.exists(start))) {
      throw new IOException("the start did not come: is 'etrn load' still running?");
    }
    String text = Files.readString(start);
    if (text.equals(CALLED_OFF)) {
      throw new IOException("the run was called off, since not all injectors came");
    }
    return Instant.parse(text);
  }

  /**
   * Who is not there yet.
   *
   * @param of how many there should be
   */
  List<Shard> missing(int of) {
    return Stream.iterate(1, index -> index <= of, index -> index + 1)
        .filter(index -> !isReady(index))
        .map(index -> new Shard(index, of))
        .toList();
  }

  private static void removeIfEmpty(Path injector) throws IOException {
    try {
      Files.deleteIfExists(injector);
    } catch (DirectoryNotEmptyException e) {
      // What the engine and the injector itself wrote stays until it is written anew.
      return;
    }
  }

  private Path plan() {
    return directory.resolve(PLAN);
  }

  private List<Path> injectors() throws IOException {
    try (Stream<Path> all = Files.list(directory)) {
      return all.filter(one -> String.valueOf(one.getFileName()).matches(INJECTOR + "[0-9]+"))
          .toList();
    }
  }
}
