package dev.etrn.reports.cli.verify;

import dev.etrn.reports.EscapedText;
import dev.etrn.suites.config.HarnessConfigurationException;
import dev.etrn.suites.config.HostPort;
import dev.etrn.suites.inquiry.InquiryPlan;
import dev.etrn.suites.inquiry.MtaKind;
import dev.etrn.suites.inquiry.role.NodeRole;
import dev.etrn.suites.targets.HostGuard;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.targets.profile.Login;
import dev.etrn.suites.targets.profile.Password;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options of {@code etrn init}: the server, and the names to try. */
final class InquiryOptions {

  /** The environment variable that holds the password when no file does. */
  static final String PASSWORD = "ETRN_PASSWORD";

  private static final int SMTP = 25;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final String LABEL = "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern DOMAIN = Pattern.compile(LABEL + "(\\." + LABEL + ")+");

  @Parameters(index = "0", paramLabel = "HOST[:PORT]", description = "The server to ask.")
  private String server = "";

  @Option(
      names = "--permitted",
      paramLabel = "NAME",
      description = "A name that this client may release.")
  private @Nullable String permitted;

  @Option(
      names = "--sibling",
      paramLabel = "NAME",
      description = "The name of another partner, whose mail must not be released.")
  private @Nullable String sibling;

  @Option(
      names = "--empty",
      paramLabel = "NAME",
      description = "A name that this client may release, and for which there is never mail.")
  private @Nullable String empty;

  @Option(
      names = "--denied",
      paramLabel = "NAME",
      description = "A name that the server knows, and refuses to this client.")
  private @Nullable String denied;

  @Option(
      names = "--unknown",
      paramLabel = "NAME",
      description = "A name that the server does not know.")
  private @Nullable String unknown;

  @Option(
      names = "--node",
      paramLabel = "NAME",
      description = "A name whose role init derives from the replies; repeatable.")
  private List<String> others = new ArrayList<>();

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description =
          "Address to which the server delivers mail for the permitted name; one message is"
              + " submitted, and then released.")
  private @Nullable String listen;

  @Option(
      names = "--mta",
      paramLabel = "KIND",
      description = "postfix, exim or sendmail, if the greeting does not name it.")
  private @Nullable String mta;

  @Option(names = "--user", paramLabel = "NAME", description = "Authenticate as this user.")
  private @Nullable String user;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "File with the password of --user (default: the environment variable " + PASSWORD + ").")
  private @Nullable Path passwordFile;

  @Option(
      names = "--i-am-allowed",
      paramLabel = "HOST",
      description = "Vouches for a host that is neither loopback nor private; repeatable.")
  private List<String> allowed = new ArrayList<>();

  InquiryPlan plan() throws HarnessConfigurationException, TargetUnavailableException {
    HostPort hostPort = server();
    InetSocketAddress address = new HostGuard(new HashSet<>(allowed)).check(hostPort);
    return new InquiryPlan(
        hostPort, address, roles(), List.copyOf(others), listen(), kind(), login(), TIMEOUT);
  }

  private HostPort server() throws HarnessConfigurationException {
    return HostPort.parse(server)
        .or(() -> HostPort.parse(server + ":" + SMTP))
        .orElseThrow(
            () ->
                new HarnessConfigurationException(
                    "'"
                        + EscapedText.line(server)
                        + "' is not a server; expected HOST or HOST:PORT"));
  }

  private Map<NodeRole, String> roles() throws HarnessConfigurationException {
    var roles = new EnumMap<NodeRole, String>(NodeRole.class);
    put(roles, NodeRole.PERMITTED, permitted);
    put(roles, NodeRole.SIBLING, sibling);
    put(roles, NodeRole.EMPTY, empty);
    put(roles, NodeRole.DENIED, denied);
    put(roles, NodeRole.UNKNOWN, unknown);
    var names = new ArrayList<String>(roles.values());
    names.addAll(others);
    requireDifferentDomains(names);
    return roles;
  }

  private static void put(Map<NodeRole, String> roles, NodeRole role, @Nullable String name) {
    if (name != null) {
      roles.put(role, name);
    }
  }

  private static void requireDifferentDomains(List<String> names)
      throws HarnessConfigurationException {
    Set<String> earlierNames = new HashSet<>();
    for (String name : names) {
      if (!DOMAIN.matcher(name).matches()) {
        throw new HarnessConfigurationException(
            "'" + EscapedText.line(name) + "' is not a domain name such as branch.example");
      }
      String folded = name.toLowerCase(Locale.ROOT);
      if (earlierNames.stream()
          .anyMatch(earlier -> isSameOrBelow(earlier, folded) || isSameOrBelow(folded, earlier))) {
        throw new HarnessConfigurationException(
            name + " is given twice, or overlaps another name; each role needs a name of its own");
      }
      earlierNames.add(folded);
    }
  }

  private static boolean isSameOrBelow(String name, String other) {
    return name.equals(other) || name.endsWith("." + other);
  }

  private Optional<HostPort> listen() throws HarnessConfigurationException {
    return listen == null ? Optional.empty() : Optional.of(HostPort.of("--listen", listen));
  }

  private Optional<MtaKind> kind() throws HarnessConfigurationException {
    Optional<MtaKind> kind = mta == null ? Optional.empty() : MtaKind.parse(mta);
    if (mta != null && kind.isEmpty()) {
      throw new HarnessConfigurationException(
          "--mta '"
              + EscapedText.line(mta)
              + "' is not known; expected one of: "
              + String.join(", ", MtaKind.words()));
    }
    return kind;
  }

  private Optional<Login> login() throws HarnessConfigurationException {
    if (user == null) {
      return Optional.empty();
    }
    return Optional.of(new Login(user, Password.of(password())));
  }

  private String password() throws HarnessConfigurationException {
    if (passwordFile != null) {
      try {
        return Files.readString(passwordFile).strip();
      } catch (IOException e) {
        throw new HarnessConfigurationException(
            "cannot read " + passwordFile + ": name another file with --password-file");
      }
    }
    String password = System.getenv(PASSWORD);
    if (password == null) {
      throw new HarnessConfigurationException(
          "--user needs a password: name its file with --password-file, or set " + PASSWORD);
    }
    return password;
  }
}
