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
 * An object of Kubernetes in a manifest.
 *
 * @param json the object as JSON
 */
record Manifest(JsonObject json) {

  private static final Path DIRECTORY = Path.of("deploy", "kubernetes");

  /** Returns all objects of a file. */
  static List<Manifest> in(String file) throws IOException {
    return parse(Files.readString(DIRECTORY.resolve(file)));
  }

  static List<Manifest> parse(String yaml) {
    var objects = new ArrayList<Manifest>();
    for (Object object : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
      objects.add(new Manifest(new Gson().toJsonTree(object).getAsJsonObject()));
    }
    return objects;
  }

  String kind() {
    return json.get("apiVersion").getAsString() + " " + json.get("kind").getAsString();
  }

  /**
   * Checks this object against the classes that were generated from the API's own schema: all
   * fields, the required ones, and their types.
   *
   * @throws IllegalArgumentException when a field does not fit; the message names it
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

  /** Returns the element at a path such as {@code spec.template.spec.containers.0.image}. */
  JsonElement at(String path) {
    JsonElement element = json;
    for (String step : path.split("\\.")) {
      element =
          element.isJsonArray()
              ? element.getAsJsonArray().get(Integer.parseInt(step))
              : element.getAsJsonObject().get(step);
    }
    return element;
  }
}
