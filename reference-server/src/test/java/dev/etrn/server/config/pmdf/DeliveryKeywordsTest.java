package dev.etrn.server.config.pmdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.config.ServerConfig;
import dev.etrn.server.config.channel.OutgoingSettings;
import dev.etrn.server.config.channel.Security.Demand;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keywords of pmdf.cnf for the delivery of a channel. */
class DeliveryKeywordsTest extends WrittenConfiguration {

  @ParameterizedTest
  @CsvSource({
    "'',NO,MAY",
    "notls,NO,NO",
    "notlsclient,NO,NO",
    "musttlsclient,NO,MUST",
    "musttlsclient maytlsclient,NO,MAY",
    "musttlsclient notlsserver,NO,MUST",
    "musttls,MUST,MUST",
    "maytlsserver,MAY,MAY",
    "musttls notlsclient,MUST,NO",
  })
  void knowsBothSidesOfTls(String keywords, Demand server, Demand client) throws Exception {
    writePlain(keywords);
    write("server.crt", "");
    write("server.key", "");
    ServerConfig config = read().config();
    assertThat(config.security().tls()).isEqualTo(server);
    assertThat(config.incoming().outgoing().tls()).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource({"'',12", "notices 5,5", "notices 1 2 30 smtp,30"})
  void keepsMailAsLongAsNoticesSays(String keywords, int days) throws Exception {
    writePlain(keywords);
    assertThat(read().config().incoming().outgoing().returnAfter())
        .isEqualTo(Duration.ofDays(days));
    assertThat(read().warnings()).noneMatch(warning -> warning.toString().contains("unknown"));
  }

  @Test
  void keepsMailAsLongAsTheLocalChannelSaysElse() throws Exception {
    write("pmdf.cnf", PLAIN.replace("KEYWORDS", "notices 4").replace("\nl\n", "\nl notices 7\n"));
    ServerConfig config = read().config();
    assertThat(config.incoming().outgoing().returnAfter()).isEqualTo(Duration.ofDays(4));
    assertThat(config.channel("tcp_branch").orElseThrow().outgoing().returnAfter())
        .isEqualTo(Duration.ofDays(7));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 4, 50",
    "maxjobs 1, 1, 50",
    "maxjobs 7 filesperjob 20, 7, 20",
    "filesperjob 5, 4, 5"
  })
  void takesHowManyJobsSendOneNodesMail(String keywords, int most, int messagesEach)
      throws Exception {
    writePlain(keywords);
    write("etrn_access", "");
    assertThat(read().warnings()).isEmpty();
    assertThat(read().config().incoming().outgoing().jobs())
        .isEqualTo(new OutgoingSettings.Jobs(most, messagesEach));
  }
}
