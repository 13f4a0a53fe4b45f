package dev.etrn.suites.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A known MTA: a directory of resources with its Dockerfile, the files that go into the image, and
 * {@code mta.yaml}.
 *
 * @param name after {@code mta:}
 * @param files name and content of what the image is built from
 * @param ready a regular expression for the line of its log after which it can be talked to
 * @param profile what its configuration promises
 */
record MtaDescriptor(String name, Map<String, byte[]> files, String ready, TargetProfile profile) {

  static final List<String> NAMES = List.of("postfix");

  private static final Set<String> KEYS =
      Set.of("files", "ready", "nodes", "within", "quiet", "timeout", "limits");

  /**
   * @throws ConfigurationError when no MTA of that name is known
   */
  static MtaDescriptor of(String name) throws ConfigurationError {
    if (!NAMES.contains(name)) {
      throw new ConfigurationError(
          "no MTA '" + name + "' is known; expected one of: " + String.join(", ", NAMES));
    }
    String yaml = new String(resource(name, "mta.yaml"), StandardCharsets.UTF_8);
    YamlMapping root = YamlMapping.read("mta/" + name + "/mta.yaml", yaml, KEYS);
    var files = new LinkedHashMap<String, byte[]>();
    for (String file : required(root.text("files"), root, "files", "names").split(" ")) {
      files.put(file, resource(name, file));
    }
    String ready = required(root.text("ready"), root, "ready", "a regular expression");
    return new MtaDescriptor(name, files, ready, profile(root));
  }

  private static TargetProfile profile(YamlMapping root) throws ConfigurationError {
    Optional<Integer> limit = EtrnYaml.limit(root);
    return new TargetProfile(
        EtrnYaml.nodes(root),
        true,
        required(root.duration("within"), root, "within", "a time"),
        required(root.duration("quiet"), root, "quiet", "a time"),
        required(root.duration("timeout"), root, "timeout", "a time"),
        limit.map(java.util.OptionalInt::of).orElseGet(java.util.OptionalInt::empty),
        false);
  }

  private static <T> T required(Optional<T> value, YamlMapping root, String key, String expected)
      throws ConfigurationError {
    if (value.isEmpty()) {
      throw root.missing(key, expected);
    }
    return value.get();
  }

  private static byte[] resource(String mta, String file) {
    String path = "mta/" + mta + "/" + file;
    try (InputStream in = MtaDescriptor.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("the build left " + path + " out");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
