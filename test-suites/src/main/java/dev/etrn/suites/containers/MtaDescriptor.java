package dev.etrn.suites.containers;

import dev.etrn.suites.config.ConfigurationFile;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.config.LoadYaml;
import dev.etrn.suites.config.ProfileYaml;
import dev.etrn.suites.config.YamlMapping;
import dev.etrn.suites.targets.profile.LoadTerms;
import dev.etrn.suites.targets.profile.TargetProfile;
import dev.etrn.suites.waivers.Waivers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The description of an MTA that runs in a container. A known MTA has a directory of resources with
 * the Dockerfile, the files that go into the image, {@code mta.yaml} and perhaps {@code
 * waivers.yaml}; any other image comes with such an {@code mta.yaml} (without {@code files}) as its
 * --config.
 *
 * @param target the user's name for it, such as {@code mta:postfix}
 * @param image the source of its image
 * @param container the settings with which the image runs
 * @param profile the statements of its configuration
 * @param waivers its known deviations
 * @param load the terms of a load run
 */
public record MtaDescriptor(
    String target,
    ImageSource image,
    MtaContainer container,
    TargetProfile profile,
    Waivers waivers,
    LoadTerms load) {

  private static final String WAIVERS = "waivers.yaml";
  private static final List<String> IMAGE_KEYS =
      joined(List.of(ProfileYaml.KEYS, MtaContainer.KEYS, List.of("load")));
  private static final List<String> KEYS =
      joined(
          List.of(
              List.of("extends", "files", MtaContainer.CLASS_PATH),
              ProfileYaml.KEYS,
              MtaContainer.KEYS));

  /** Returns the known MTAs, in the order in which they are shown. */
  public static List<String> names() {
    return text("names").lines().toList();
  }

  /**
   * @throws HarnessConfigurationException when no MTA of that name is known
   */
  public static MtaDescriptor of(String name) throws HarnessConfigurationException {
    if (!names().contains(name)) {
      throw new HarnessConfigurationException(
          "no MTA '" + name + "' is known; expected one of: " + String.join(", ", names()));
    }
    YamlMapping own = yaml(name);
    Optional<String> parent = own.text("extends");
    YamlMapping root = parent.isPresent() ? own.inheriting(yaml(parent.get())) : own;
    String directory = parent.orElse(name);
    var files = new LinkedHashMap<String, byte[]>();
    for (String file : root.text("files").orElse("Dockerfile").split(" ")) {
      files.put(file, resource(directory + "/" + file));
    }
    return new MtaDescriptor(
        "mta:" + name,
        new ImageSource.Built(new MtaImage(directory, files)),
        MtaContainer.of(root),
        ProfileYaml.described(root),
        waivers(has(name, WAIVERS) ? name : directory),
        LoadTerms.NONE);
  }

  /**
   * @param reference the name of an image that the engine has, or can pull
   * @param config the file that describes it
   * @throws HarnessConfigurationException when the file cannot be read, or holds a value that
   *     cannot be used
   */
  public static MtaDescriptor ofImage(String reference, Path config)
      throws HarnessConfigurationException {
    YamlMapping root =
        YamlMapping.read(config.toString(), ConfigurationFile.text(config, "--config"), IMAGE_KEYS);
    return new MtaDescriptor(
        "image:" + reference,
        new ImageSource.Given(reference),
        MtaContainer.of(root),
        ProfileYaml.described(root),
        Waivers.none(),
        LoadYaml.of(root));
  }

  private static List<String> joined(List<List<String>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  private static YamlMapping yaml(String name) throws HarnessConfigurationException {
    String file = name + "/mta.yaml";
    return YamlMapping.read("mta/" + file, text(file), KEYS);
  }

  private static Waivers waivers(String name) throws HarnessConfigurationException {
    String file = name + "/" + WAIVERS;
    return has(name, WAIVERS) ? Waivers.parse("mta/" + file, text(file)) : Waivers.none();
  }

  private static boolean has(String name, String file) {
    return MtaDescriptor.class.getResource("mta/" + name + "/" + file) != null;
  }

  private static String text(String file) {
    return new String(resource(file), StandardCharsets.UTF_8);
  }

  private static byte[] resource(String file) {
    try (InputStream in = MtaDescriptor.class.getResourceAsStream("mta/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the build left mta/" + file + " out");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
