package dev.etrn.suites.config;

import dev.etrn.suites.targets.profile.Login;
import dev.etrn.suites.targets.profile.Password;
import java.util.List;
import java.util.Optional;

/** The part {@code auth} of etrn.yaml. */
final class LoginYaml {

  private LoginYaml() {}

  static Optional<Login> of(YamlMapping root) throws HarnessConfigurationException {
    Optional<YamlMapping> auth = root.mapping("auth", List.of("user", "password"));
    if (auth.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> user = auth.get().text("user");
    Optional<String> password = auth.get().text("password");
    if (user.isEmpty() || password.isEmpty()) {
      throw auth.get().missing(user.isEmpty() ? "user" : "password", "both user and password");
    }
    return Optional.of(new Login(user.get(), Password.of(password.get())).inEverySession());
  }
}
