package dev.etrn.suites.clients;

import dev.etrn.suites.wire.Addresses;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Consumer;

/**
 * A client that a person runs; the harness tells the person what to do, case by case.
 *
 * @param listensAt the address at which the harness listens
 * @param profile the person's statements about it
 * @param tell the action that shows a line to the person
 */
public record PromptedClient(
    InetSocketAddress listensAt, ClientProfile profile, Consumer<String> tell)
    implements ClientTarget {

  @Override
  public String name() {
    return "a client run by hand";
  }

  @Override
  public RunningClient start(InetSocketAddress server) {
    return new Running(Addresses.text(server), profile, tell);
  }

  private record Running(String server, ClientProfile profile, Consumer<String> tell)
      implements RunningClient {

    @Override
    public Ending ask(List<String> nodes, OngoingVisit visit) throws InterruptedException {
      tell.accept(
          "connect now to "
              + server
              + " and ask for "
              + String.join(" ", nodes)
              + " ("
              + visit.title()
              + ", within "
              + profile.within().toSeconds()
              + " s)");
      boolean hasConnected = visit.await(profile.within());
      tell.accept(hasConnected ? "  the client connected" : "  no client connected");
      return Ending.PLAIN;
    }

    @Override
    public void close() {
      // The client is the person's.
    }
  }
}
