package dev.etrn.suites.containers;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.MountableFile;

/** The class path of this process as jars, so that the same code can run in a container. */
final class OwnClassPath {

  private OwnClassPath() {}

  /** Returns the jars by file names that sort in class path order. */
  static Map<String, Transferable> jars() {
    var jars = new LinkedHashMap<String, Transferable>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      Path path = Path.of(entry);
      String name = String.format("%03d.jar", jars.size());
      if (Files.isDirectory(path)) {
        jars.put(name, Transferable.of(jar(path)));
      } else if (Files.exists(path)) {
        jars.put(name, MountableFile.forHostPath(path));
      }
    }
    return jars;
  }

  private static byte[] jar(Path directory) {
    var octets = new ByteArrayOutputStream();
    try (var jar = new JarOutputStream(octets);
        Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        jar.putNextEntry(new ZipEntry(directory.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, jar);
        jar.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + directory, e);
    }
    return octets.toByteArray();
  }
}
