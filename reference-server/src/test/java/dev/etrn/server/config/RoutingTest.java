package dev.etrn.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.etrn.server.config.channel.Channel;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {

  private static final Channel HUB = Channel.of("tcp_hub");
  private static final Channel BRANCH = Channel.of("tcp_branch");
  private static final Channel REST = Channel.of("tcp_local");

  private final Routing routing = routing();

  @ParameterizedTest
  @CsvSource({
    "hub.test, tcp_hub",
    "x.hub.test, tcp_local",
    "branch.test, tcp_local",
    "a.branch.test, tcp_branch",
    "b.a.branch.test, tcp_branch",
    "one.star.test, tcp_hub",
    "two.one.star.test, tcp_local",
    "a.b.two.star2.test, tcp_branch",
    "alias.test, tcp_hub",
    "old.again.test, tcp_branch",
    "anything, tcp_local",
    "[192.0.2.1], tcp_hub",
    "[192.0.2.77], tcp_branch",
    "[192.0.3.1], tcp_hub",
    "[ipv6:2001:db8::1], tcp_local",
    "only.test, tcp_branch",
  })
  void takesTheClosestPattern(String domain, String channel) {
    assertThat(routing.channelFor(domain)).map(Channel::name).contains(channel);
  }

  @ParameterizedTest
  @ValueSource(strings = {"loop.test", "ping.test"})
  void leadsNowhereWhenRewritingDoesNotEnd(String domain) {
    assertThat(routing.channelFor(domain)).isEmpty();
  }

  @Test
  void tellsWhichTemplatesApplyToRecipients() {
    assertThat(RewriteTemplate.appliesToRecipients("$A$E$F$U%$H@TCP-HUB")).isTrue();
    assertThat(RewriteTemplate.appliesToRecipients("$U%$H@TCP-HUB$$R")).isTrue();
    assertThat(List.of("$B", "$R", "$P", "$S", "$x"))
        .noneMatch(condition -> RewriteTemplate.appliesToRecipients("$U@TCP-HUB" + condition));
  }

  @Test
  void knowsTheChannelsOfASubtree() {
    assertThat(routing.channelsBelow("branch.test")).containsExactlyInAnyOrder(REST, BRANCH);
    assertThat(routing.channelsBelow("test")).contains(HUB, BRANCH, REST);
    assertThat(routing.channelsBelow("hub.test")).containsExactlyInAnyOrder(HUB, REST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "nothing", "$U%", "$U@", "a@b@c", "$M@x", "$U@x$", "$U@$&0"})
  void refusesOddTemplates(String template) {
    assertThatIllegalArgumentException().isThrownBy(() -> RewriteTemplate.parse(template));
  }

  @Property
  void neverThrowsAnythingElse(
      @ForAll @StringLength(max = 12) @Chars({'$', 'U', 'H', 'D', '%', '@', '.', 'a', '1'})
          String template,
      @ForAll @StringLength(max = 12) @Chars({'.', 'a', '*', '$', '[', ']'}) String domain) {
    Routing.Builder builder = Routing.builder();
    builder.host("TCP-HUB", HUB);
    try {
      builder.rule(".", RewriteTemplate.parse(template));
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageMatching("(?s).+");
    }
    Routing built = builder.build();
    assertThat(built.channelFor(domain)).isNotNull();
    assertThat(built.channelsBelow(domain)).isNotNull();
  }

  private static Routing routing() {
    Routing.Builder builder = Routing.builder();
    builder.host("TCP-HUB", HUB);
    builder.host("TCP-BRANCH", BRANCH);
    builder.host("TCP-DAEMON", REST);
    rule(builder, "hub.test", "$U@TCP-HUB");
    rule(builder, ".Branch.test", "$U%$H$D@TCP-BRANCH");
    rule(builder, "*.star.test", "$U%$H$D@tcp-hub");
    rule(builder, "*.*.*.star2.test", "$U%$H$D@TCP-BRANCH");
    rule(builder, "alias.test", "$U%hub.test");
    rule(builder, ".again.test", "$U%$H.branch.test");
    rule(builder, "loop.test", "$U%loop.test");
    rule(builder, "ping.test", "$U%pong.test");
    rule(builder, "pong.test", "$U%ping.test");
    rule(builder, "[192.0.2.1]", "$U@TCP-HUB");
    rule(builder, "[192.0.2.]", "$U%$L.branch.test");
    rule(builder, "[192.0.]", "$U%[$D$L]@TCP-HUB");
    rule(builder, "[]", "$U%[$L]@TCP-DAEMON");
    rule(builder, "only.test", "$A$U%$D$E@TCP-BRANCH$F");
    rule(builder, ".", "$U%$H@TCP-DAEMON");
    return builder.build();
  }

  private static void rule(Routing.Builder builder, String pattern, String template) {
    assertThat(builder.rule(pattern, RewriteTemplate.parse(template))).isTrue();
  }
}
