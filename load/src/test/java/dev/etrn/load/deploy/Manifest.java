package dev.etrn.load.deploy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1Job;
import io.kubernetes.client.openapi.models.V1PersistentVolumeClaim;
import io.kubernetes.client.openapi.models.V1Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * An object of Kubernetes, as a manifest has it.
 *
 * @param json the same as JSON
 */
record Manifest(JsonObject json) {

  private static final Path DIRECTORY = Path.of("deploy", "kubernetes");

  /** All objects of a file. */
  static List<Manifest> in(String file) throws IOException {
    return parse(Files.readString(DIRECTORY.resolve(file)));
  }

  static List<Manifest> parse(String yaml) {
    var objects = new ArrayList<Manifest>();
    for (Object one : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
      objects.add(new Manifest(new Gson().toJsonTree(one).getAsJsonObject()));
    }
    return objects;
  }

  String kind() {
    return json.get("apiVersion").getAsString() + " " + json.get("kind").getAsString();
  }

  /**
   * Checks it against the classes that were generated from the API's own schema: its fields, down
   * to the last, those that are required, and their types.
   *
   * @throws IllegalArgumentException naming what does not fit
   */
  void check() throws IOException {
    switch (kind()) {
      case "batch/v1 Job" -> V1Job.validateJsonElement(json);
      case "v1 Service" -> V1Service.validateJsonElement(json);
      case "v1 ConfigMap" -> V1ConfigMap.validateJsonElement(json);
      case "v1 PersistentVolumeClaim" -> V1PersistentVolumeClaim.validateJsonElement(json);
      default -> throw new IllegalArgumentException("no " + kind() + " is expected here");
    }
  }

  /** What stands at a path such as {@code spec.template.spec.containers.0.image}. */
  JsonElement at(String path) {
    JsonElement here = json;
    for (String step : path.split("\\.")) {
      here =
          here.isJsonArray()
              ? here.getAsJsonArray().get(Integer.parseInt(step))
              : here.getAsJsonObject().get(step);
    }
    return here;
  }
}
