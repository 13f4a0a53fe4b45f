package dev.etrn.server.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SaslExchangeTest {

  private static final SaslCredentials TIM = new SaslCredentials("tim", "tan staaf");

  @Test
  void readsPlainWithAndWithoutAnInitialResponse() {
    String response = base64("\0tim\0tan staaf");
    assertThat(begun("PLAIN").begin(response)).isEqualTo(new SaslExchange.Claimed(TIM));
    SaslExchange exchange = begun("plain");
    assertThat(exchange.begin("")).isEqualTo(new SaslExchange.Challenge(""));
    assertThat(exchange.response(response)).isEqualTo(new SaslExchange.Claimed(TIM));
  }

  @Test
  void readsLogin() {
    SaslExchange exchange = begun("LOGIN");
    assertThat(exchange.begin("")).isEqualTo(new SaslExchange.Challenge("VXNlcm5hbWU6"));
    assertThat(exchange.response(base64("tim")))
        .isEqualTo(new SaslExchange.Challenge("UGFzc3dvcmQ6"));
    assertThat(exchange.response(base64("tan staaf"))).isEqualTo(new SaslExchange.Claimed(TIM));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "!", "=", "AGE=", "AGEAYgBj", "b3RoZXIAdGltAHB3", "AABw"})
  void endsOnWhatIsNotUnderstoodOrNotForOneself(String response) {
    assertThat(begun("PLAIN").begin(response)).isEqualTo(new SaslExchange.Ended());
  }

  @Test
  void offersNothingElse() {
    assertThat(SaslExchange.of("CRAM-MD5")).isEmpty();
  }

  @Property
  void neverThrows(@ForAll String first, @ForAll String second) {
    SaslExchange exchange = begun("LOGIN");
    assertThat(exchange.begin(first)).isNotNull();
    assertThat(exchange.response(second)).isNotNull();
  }

  @Test
  void knowsUsersByTheHashesOfTheirPasswords() {
    PasswordHash hash = PasswordHash.of("tan staaf");
    var users = new Users(Map.of("tim", PasswordHash.parse(hash.toString()).orElseThrow()));
    assertThat(users.know(TIM)).isTrue();
    assertThat(users.know(new SaslCredentials("tim", "wrong"))).isFalse();
    assertThat(users.know(new SaslCredentials("tom", "tan staaf"))).isFalse();
    assertThat(hash.toString()).doesNotContain("staaf");
    assertThat(TIM.toString()).isEqualTo("tim:****");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "pbkdf2:0:AA==:AA==", "pbkdf2:1:!:!", "pbkdf2:1:AA==:AA=="})
  void readsNoHashFromOddText(String text) {
    assertThat(PasswordHash.parse(text)).isEmpty();
  }

  private static SaslExchange begun(String mechanism) {
    return SaslExchange.of(mechanism).orElseThrow();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
