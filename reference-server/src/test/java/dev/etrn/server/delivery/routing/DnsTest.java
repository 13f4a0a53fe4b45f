package dev.etrn.server.delivery.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.etrn.server.delivery.routing.NameService.Found;
import dev.etrn.server.delivery.routing.NameService.Mx;
import dev.etrn.server.delivery.routing.NameService.NoName;
import dev.etrn.server.delivery.routing.NameService.NoRecord;
import dev.etrn.server.delivery.routing.NameService.NotKnownNow;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;

/** The look-ups at a name server on loopback, which answers by the first label of the question. */
class DnsTest {

  private DatagramSocket server = unbound();
  private Dns dns = new Dns();

  @BeforeEach
  void start() throws IOException {
    server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    var resolver = new SimpleResolver((InetSocketAddress) server.getLocalSocketAddress());
    resolver.setTimeout(Duration.ofSeconds(1));
    dns = new Dns(resolver);
    var thread = new Thread(this::serve, "name-server");
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void findsRecords() {
    assertThat(dns.mx("two.dns.test").list())
        .containsExactlyInAnyOrder(new Mx(10, "mx1.dns.test"), new Mx(20, "mx2.dns.test"));
  }

  @Test
  void knowsTheNullMx() {
    assertThat(dns.mx("null.dns.test")).isEqualTo(new Found<>(List.of(new Mx(0, ""))));
  }

  @Test
  void tellsWhatIsCertainFromWhatIsNot() {
    assertThat(dns.mx("nxdomain.dns.test")).isInstanceOf(NoName.class);
    assertThat(dns.mx("nodata.dns.test")).isInstanceOf(NoRecord.class);
    assertThat(dns.mx("servfail.dns.test")).isInstanceOf(NotKnownNow.class);
    assertThat(dns.mx("refused.dns.test")).isInstanceOf(NotKnownNow.class);
    assertThat(dns.mx("silent.dns.test")).isInstanceOf(NotKnownNow.class);
    assertThat(dns.mx("a..b")).isInstanceOf(NoRecord.class);
  }

  @Test
  void findsAddressesAsTheSystemDoes() {
    assertThat(dns.addresses("192.0.2.7").list())
        .extracting(InetAddress::getHostAddress)
        .containsExactly("192.0.2.7");
  }

  private void serve() {
    byte[] buffer = new byte[1500];
    while (!server.isClosed()) {
      try {
        var packet = new DatagramPacket(buffer, buffer.length);
        server.receive(packet);
        Message query = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
        if (!query.getQuestion().getName().getLabelString(0).equals("silent")) {
          byte[] answer = answer(query).toWire();
          server.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
        }
      } catch (IOException e) {
        assertThat(server.isClosed()).isTrue();
      }
    }
  }

  private static Message answer(Message query) throws IOException {
    Record question = query.getQuestion();
    var answer = new Message(query.getHeader().getID());
    answer.getHeader().setFlag(Flags.QR);
    answer.addRecord(question, Section.QUESTION);
    switch (question.getName().getLabelString(0)) {
      case "nxdomain" -> answer.getHeader().setRcode(Rcode.NXDOMAIN);
      case "servfail" -> answer.getHeader().setRcode(Rcode.SERVFAIL);
      case "refused" -> answer.getHeader().setRcode(Rcode.REFUSED);
      case "null" -> answer.addRecord(mx(question.getName(), 0, "."), Section.ANSWER);
      case "two" -> {
        answer.addRecord(mx(question.getName(), 10, "MX1.dns.test."), Section.ANSWER);
        answer.addRecord(mx(question.getName(), 20, "mx2.dns.test."), Section.ANSWER);
      }
      default -> assertThat(question.getName().getLabelString(0)).isEqualTo("nodata");
    }
    return answer;
  }

  private static Record mx(Name name, int preference, String host) throws IOException {
    return new MXRecord(name, DClass.IN, 0, preference, Name.fromString(host));
  }

  private static DatagramSocket unbound() {
    try {
      return new DatagramSocket(null);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
