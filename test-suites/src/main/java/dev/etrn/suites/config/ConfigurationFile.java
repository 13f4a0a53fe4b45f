package dev.etrn.suites.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A text file that the user named. */
public final class ConfigurationFile {

  private ConfigurationFile() {}

  /**
   * Returns the text of {@code file}.
   *
   * @param option the option that names such a file, such as {@code --config}
   * @throws HarnessConfigurationException when it cannot be read as UTF-8
   */
  public static String text(Path file, String option) throws HarnessConfigurationException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new HarnessConfigurationException(
          "there is no file " + file + ": name one with " + option);
    } catch (CharacterCodingException e) {
      throw new HarnessConfigurationException(
          file + " is not UTF-8 text: name another file with " + option);
    } catch (IOException e) {
      throw new HarnessConfigurationException("cannot read " + file + ": " + e.getMessage());
    }
  }
}
