package dev.etrn.server.config.pmdf;

import dev.etrn.server.auth.PasswordHash;
import dev.etrn.server.auth.Users;
import dev.etrn.server.config.source.ProblemCollector;
import dev.etrn.server.config.source.SourceFile;
import dev.etrn.server.config.source.SourceLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The file {@code etrn_users} of this server: a name and the hash of its password, a line each. */
final class EtrnUsersFile {

  private static final String FILE = "etrn_users";

  private EtrnUsersFile() {}

  static Users of(Path directory, ProblemCollector problems) {
    if (!Files.exists(directory.resolve(FILE))) {
      return Users.NOBODY;
    }
    Map<String, PasswordHash> users = new HashMap<>();
    for (SourceLine line : new SourceFile(directory, problems).read(FILE)) {
      List<String> words = line.words();
      if (!words.isEmpty()) {
        Optional<PasswordHash> hash =
            words.size() == 2 ? PasswordHash.parse(words.get(1)) : Optional.empty();
        if (hash.isEmpty()) {
          problems.error(
              line,
              "expected a name and the hash that 'etrn serve --hash-password' prints for its"
                  + " password");
        } else if (users.put(words.get(0), hash.get()) != null) {
          problems.error(
              line, "the name '" + words.get(0) + "' is listed twice; remove one of the lines");
        }
      }
    }
    return new Users(users);
  }
}
