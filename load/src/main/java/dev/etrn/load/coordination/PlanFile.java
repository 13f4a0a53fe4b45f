package dev.etrn.load.coordination;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.etrn.load.scenario.LoadPlan;
import java.io.IOException;
import java.nio.file.Path;

/** The file of a plan, in JSON; durations are in the form of ISO 8601. */
public final class PlanFile {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);

  private PlanFile() {}

  public static LoadPlan read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), LoadPlan.class);
  }

  static String text(LoadPlan plan) throws IOException {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(plan);
  }
}
