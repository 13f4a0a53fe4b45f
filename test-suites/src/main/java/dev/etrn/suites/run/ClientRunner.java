package dev.etrn.suites.run;

import dev.etrn.suites.cases.client.ClientCase;
import dev.etrn.suites.cases.client.ClientCases;
import dev.etrn.suites.cases.client.Round;
import dev.etrn.suites.cases.client.Usual;
import dev.etrn.suites.run.RunResult.TargetSeen;
import dev.etrn.suites.target.RunningClient;
import dev.etrn.suites.target.TargetUnavailable;
import dev.etrn.suites.transcript.ClientSession;
import dev.etrn.suites.transcript.Visit;
import dev.etrn.suites.wire.Addresses;
import dev.etrn.suites.wire.PassingCertificate;
import dev.etrn.suites.wire.Provider;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.SinkUnavailable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs a plan against a client, one case after the other, since one client comes at a time. Before
 * the first case it sees what the client does when all goes well.
 */
public final class ClientRunner implements PlannedRun {

  private static final String FIRST = "first";

  private final ClientPlan plan;
  private final RunListener listener;
  private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private volatile @Nullable OpenClientRun open;

  public ClientRunner(ClientPlan plan, RunListener listener) {
    this.plan = plan;
    this.listener = listener;
  }

  @Override
  public RunResult run() throws TargetUnavailable, SinkUnavailable, InterruptedException {
    try (Provider provider =
        Provider.listen(plan.target().listensAt(), PassingCertificate.context())) {
      listener.starting(plan.target().name());
      try (RunningClient client = plan.target().start(provider.address())) {
        return played(new ClientVisits(provider, client)).result();
      }
    }
  }

  @Override
  public Optional<RunResult> soFar() {
    return Optional.ofNullable(open).map(OpenClientRun::result);
  }

  private OpenClientRun played(ClientVisits visits) throws TargetUnavailable, InterruptedException {
    Visit first = firstVisit(visits);
    TargetSeen seen =
        new TargetSeen(
            plan.target().name(),
            Addresses.text(visits.address()),
            visits.client().image(),
            "",
            greeting(first),
            java.util.List.of());
    listener.started(seen, plan.cases().size());
    Usual usual = Usual.of(first, visits.client().profile().own());
    var run = new OpenClientRun(plan, visits, usual, seen, startedAt);
    open = run;
    for (ClientCase one : plan.cases()) {
      listener.finished(run.play(one));
    }
    return run;
  }

  private Visit firstVisit(ClientVisits visits) throws TargetUnavailable, InterruptedException {
    var recorder = Recorder.start();
    Round round = ClientCases.first();
    visits.play(round, "to see what the client does when all goes well", recorder);
    Visit visit = Visit.all(recorder.transcript(FIRST)).get(0);
    if (visit.etrns().isEmpty()) {
      throw new TargetUnavailable(
          (visit.sessions().isEmpty() ? "no client connected to " : "the client sent no ETRN to ")
              + Addresses.text(visits.address())
              + ", which offered it"
              + told(visit)
              + ": see that the client asks there, for a name such as "
              + round.nodes().get(0));
    }
    return visit;
  }

  private static String told(Visit visit) {
    Stream<String> printed = visit.output().lines().map(String::strip).limit(1);
    Stream<String> exit = visit.exit().stream().mapToObj(code -> "exit code " + code);
    String told =
        Stream.concat(printed.filter(line -> !line.isEmpty()), exit)
            .collect(Collectors.joining(", "));
    return told.isEmpty() ? "" : " (" + told + ")";
  }

  private static String greeting(Visit visit) {
    return visit
        .commands()
        .filter(command -> command.is("EHLO"))
        .map(ClientSession.Command::line)
        .findFirst()
        .orElse("no EHLO");
  }
}
