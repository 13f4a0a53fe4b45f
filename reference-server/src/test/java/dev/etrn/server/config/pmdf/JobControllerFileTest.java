package dev.etrn.server.config.pmdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.config.channel.OutgoingSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobControllerFileTest extends WrittenConfiguration {

  @Test
  void runsThePeriodicJobEveryFourHoursUnlessToldOtherwise() throws Exception {
    writePlain("");
    assertThat(read().config().periodicJob()).isEqualTo(Duration.ofHours(4));
    write("job_controller.cnf", "! nothing\n\n[PERIODIC_JOB=post]\ntime=/00:30\n");
    assertThat(read().config().periodicJob()).isEqualTo(Duration.ofMinutes(30));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[PERIODIC_JOB=post]/time=4h|line 2: time is '4h'; expected /HH:MM, such as /04:00",
        "[PERIODIC_JOB=post]/time=/00:00|line 2: time is '/00:00'; expected",
        "[PERIODIC_JOB=post]/time=00:30/04:00|line 2: time is '00:30/04:00'; expected",
        "anything|line 1: 'anything' is not an option; expected OPTION=value",
      })
  void saysWhatIsWrong(String text, String sentence) throws Exception {
    writePlain("");
    write("job_controller.cnf", text.replaceFirst("]/", "]\n"));
    assertThat(problems()).singleElement().asString().startsWith("job_controller.cnf " + sentence);
  }

  @Test
  void tellsWhatHasNoEffect() throws Exception {
    writePlain("");
    write("etrn_access", "");
    write("job_controller.cnf", "tcp_port=27442\n[POOL=SMTP_POOL]\njob_limit=10\n");
    assertThat(read().warnings())
        .extracting(Object::toString)
        .containsExactly(
            "job_controller.cnf line 1: warning: the option 'TCP_PORT' is not supported; it has no"
                + " effect",
            "job_controller.cnf line 2: warning: the section '[POOL=SMTP_POOL]' is not supported;"
                + " it has no effect",
            "job_controller.cnf line 3: warning: the option 'JOB_LIMIT' is not supported; it has no"
                + " effect");
  }

  @ParameterizedTest
  @CsvSource({
    "periodic, true, true, false",
    "periodic period 2, false, true, false",
    "immediate, false, false, false",
    "slave, false, false, true",
    "periodic slave, false, false, true",
    "slave master, false, false, false",
    "periodic bidirectional, true, true, false",
  })
  void runsTheChannelsThatAreDue(String keywords, boolean first, boolean second, boolean blocked)
      throws Exception {
    writePlain(keywords);
    OutgoingSettings outgoing = read().config().incoming().outgoing();
    assertThat(outgoing.isRunByPeriodicJob(1)).isEqualTo(first);
    assertThat(outgoing.isRunByPeriodicJob(2)).isEqualTo(second);
    assertThat(read().config().incoming().blocksEtrn()).isEqualTo(blocked);
  }
}
