package dev.etrn.suites;

import dev.etrn.suites.cases.Case;
import dev.etrn.suites.cases.Experiment;
import dev.etrn.suites.cases.abuse.AbuseCases;
import dev.etrn.suites.cases.abuse.DisclosureCases;
import dev.etrn.suites.cases.abuse.FloodCases;
import dev.etrn.suites.cases.abuse.HostileNameCases;
import dev.etrn.suites.cases.abuse.SmugglingCases;
import dev.etrn.suites.cases.auth.AuthCases;
import dev.etrn.suites.cases.client.ClientCases;
import dev.etrn.suites.cases.effect.ContentCases;
import dev.etrn.suites.cases.effect.ContinuationCases;
import dev.etrn.suites.cases.effect.IndependenceCases;
import dev.etrn.suites.cases.effect.IsolationCases;
import dev.etrn.suites.cases.effect.ReleaseCases;
import dev.etrn.suites.cases.keywords.ChannelKeywordCases;
import dev.etrn.suites.cases.keywords.KeywordCases;
import dev.etrn.suites.cases.keywords.ServiceCases;
import dev.etrn.suites.cases.limits.LimitCases;
import dev.etrn.suites.cases.network.ClientLinkCases;
import dev.etrn.suites.cases.network.ExchangerLinkCases;
import dev.etrn.suites.cases.pipelining.GroupCases;
import dev.etrn.suites.cases.pipelining.PipeliningCases;
import dev.etrn.suites.cases.reply.NodeReplyCases;
import dev.etrn.suites.cases.reply.ReplyShapeCases;
import dev.etrn.suites.cases.session.SessionRules;
import dev.etrn.suites.cases.state.GreetingCases;
import dev.etrn.suites.cases.state.SessionCases;
import dev.etrn.suites.cases.state.TransactionCases;
import dev.etrn.suites.cases.syntax.ArgumentCases;
import dev.etrn.suites.cases.syntax.BadNameCases;
import dev.etrn.suites.cases.syntax.LineCases;
import dev.etrn.suites.cases.syntax.NodeNameCases;
import dev.etrn.suites.cases.tls.CommandInjectionCases;
import dev.etrn.suites.cases.tls.TlsCases;
import java.util.List;
import java.util.stream.Stream;

/** The list of all cases, in the order in which they are listed and reported. */
public final class Cases {

  private static final List<Case> ALL =
      Stream.of(
              KeywordCases.all(),
              ArgumentCases.all(),
              BadNameCases.all(),
              LineCases.all(),
              NodeNameCases.all(),
              ServiceCases.all(),
              ChannelKeywordCases.all(),
              NodeReplyCases.all(),
              ReplyShapeCases.all(),
              SessionCases.all(),
              GreetingCases.all(),
              TransactionCases.all(),
              LimitCases.all(),
              PipeliningCases.all(),
              GroupCases.all(),
              TlsCases.all(),
              CommandInjectionCases.all(),
              AuthCases.all(),
              AbuseCases.all(),
              FloodCases.all(),
              HostileNameCases.all(),
              SmugglingCases.all(),
              DisclosureCases.all(),
              ReleaseCases.all(),
              ContentCases.all(),
              ContinuationCases.all(),
              IsolationCases.all(),
              IndependenceCases.all(),
              ExchangerLinkCases.all(),
              ClientLinkCases.all(),
              SessionRules.cases())
          .flatMap(List::stream)
          .toList();

  private Cases() {}

  /** Returns the cases for servers. */
  public static List<Case> all() {
    return ALL;
  }

  /** Returns the cases for servers, then those for clients. */
  public static List<Experiment> ofBothSides() {
    return Stream.<List<? extends Experiment>>of(ALL, ClientCases.all())
        .<Experiment>flatMap(List::stream)
        .toList();
  }
}
