package dev.etrn.suites.config;

import dev.etrn.suites.wire.client.ClientIdentity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The part {@code client} of etrn.yaml: the names that the harness gives itself. */
final class ClientYaml {

  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final String HOST = LABEL + "(\\." + LABEL + ")*";
  private static final String LITERAL = "\\[[0-9A-Za-z:.]{3,60}]";
  private static final Pattern EHLO = Pattern.compile(HOST + "|" + LITERAL);
  private static final Pattern SENDER =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(" + HOST + "|" + LITERAL + ")");
  private static final int LONGEST = 250;

  private ClientYaml() {}

  static ClientIdentity of(YamlMapping root) throws HarnessConfigurationException {
    YamlMapping client = root.part("client", List.of("ehlo", "sender"));
    return new ClientIdentity(
        client
            .value(
                "ehlo",
                "a host name such as client.example, or an address such as [192.0.2.1]",
                text -> matching(EHLO, text))
            .orElse(ClientIdentity.STANDARD.ehlo()),
        client
            .value(
                "sender",
                "an address such as sender@client.example",
                text -> matching(SENDER, text))
            .orElse(ClientIdentity.STANDARD.sender()));
  }

  private static Optional<String> matching(Pattern form, String text) {
    return Optional.of(text).filter(t -> t.length() <= LONGEST && form.matcher(t).matches());
  }
}
