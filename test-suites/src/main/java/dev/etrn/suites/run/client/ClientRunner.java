package dev.etrn.suites.run.client;

import dev.etrn.suites.cases.client.BaselineVisit;
import dev.etrn.suites.cases.client.ClientCase;
import dev.etrn.suites.cases.client.ClientCases;
import dev.etrn.suites.cases.client.VisitPlan;
import dev.etrn.suites.clients.RunningClient;
import dev.etrn.suites.run.PlannedRun;
import dev.etrn.suites.run.RunListener;
import dev.etrn.suites.run.result.RunResult;
import dev.etrn.suites.run.result.RunResult.TargetSeen;
import dev.etrn.suites.targets.TargetUnavailableException;
import dev.etrn.suites.transcript.ClientSession;
import dev.etrn.suites.transcript.Visit;
import dev.etrn.suites.wire.Addresses;
import dev.etrn.suites.wire.EphemeralCertificate;
import dev.etrn.suites.wire.Recorder;
import dev.etrn.suites.wire.SinkUnavailableException;
import dev.etrn.suites.wire.scripted.ScriptedServer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The execution of a plan against a client, one case after the other, since one client comes at a
 * time. Before the first case it records a visit in which nothing goes wrong.
 */
public final class ClientRunner implements PlannedRun {

  private static final String FIRST = "first";

  private final ClientPlan plan;
  private final RunListener listener;
  private final Instant startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private volatile @Nullable OpenClientRun openRun;

  public ClientRunner(ClientPlan plan, RunListener listener) {
    this.plan = plan;
    this.listener = listener;
  }

  @Override
  public RunResult run()
      throws TargetUnavailableException, SinkUnavailableException, InterruptedException {
    try (ScriptedServer provider =
        ScriptedServer.listen(plan.target().listensAt(), EphemeralCertificate.context())) {
      listener.starting(plan.target().name());
      try (RunningClient client = plan.target().start(provider.address())) {
        return played(new ClientVisits(provider, client)).result();
      }
    }
  }

  @Override
  public Optional<RunResult> soFar() {
    return Optional.ofNullable(openRun).map(OpenClientRun::result);
  }

  private OpenClientRun played(ClientVisits visits)
      throws TargetUnavailableException, InterruptedException {
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
    BaselineVisit baseline = BaselineVisit.of(first, visits.client().profile().own());
    var run = new OpenClientRun(plan, visits, baseline, seen, startedAt);
    openRun = run;
    for (ClientCase testCase : plan.cases()) {
      listener.finished(run.play(testCase));
    }
    return run;
  }

  private Visit firstVisit(ClientVisits visits)
      throws TargetUnavailableException, InterruptedException {
    var recorder = Recorder.start();
    VisitPlan visitPlan = ClientCases.first();
    visits.play(visitPlan, "to see what the client does when all goes well", recorder);
    Visit visit = Visit.all(recorder.transcript(FIRST)).get(0);
    if (visit.etrns().isEmpty()) {
      throw new TargetUnavailableException(
          (visit.sessions().isEmpty() ? "no client connected to " : "the client sent no ETRN to ")
              + Addresses.text(visits.address())
              + ", which offers ETRN"
              + evidence(visit)
              + ": check that the client asks there, for a name such as "
              + visitPlan.nodes().get(0));
    }
    return visit;
  }

  private static String evidence(Visit visit) {
    Stream<String> printed = visit.output().lines().map(String::strip).limit(1);
    Stream<String> exit = visit.exit().stream().mapToObj(code -> "exit code " + code);
    String evidence =
        Stream.concat(printed.filter(line -> !line.isEmpty()), exit)
            .collect(Collectors.joining(", "));
    return evidence.isEmpty() ? "" : " (" + evidence + ")";
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
