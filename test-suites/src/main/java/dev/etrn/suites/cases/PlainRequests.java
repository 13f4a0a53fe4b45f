package dev.etrn.suites.cases;

import static dev.etrn.suites.catalogue.Need.PERMITTED;

import dev.etrn.suites.judge.mail.VariantJudge;
import dev.etrn.suites.wire.client.WireClient;
import java.util.List;

/** The plain requests before and after a special one that {@link VariantJudge} needs. */
public final class PlainRequests {

  private PlainRequests() {}

  /** Asks plainly for one message; returns true if it came in time, so that the case can go on. */
  public static boolean release(Stage stage) throws InterruptedException {
    List<String> tokens = stage.hold(VariantJudge.PLAIN, stage.node(PERMITTED), 1);
    return ask(stage, VariantJudge.PLAIN) && stage.awaitMail(tokens, stage.profile().within());
  }

  /** Waits for the mail of a special request, and asks for it plainly if it does not come. */
  public static void await(Stage stage, List<String> tokens) throws InterruptedException {
    if (!stage.awaitMail(tokens, stage.profile().within())
        && ask(stage, VariantJudge.CONFIRM)
        && stage.awaitMail(tokens, stage.profile().within())) {
      // A server may ignore a request that soon follows another one. The special request did so;
      // the control request does the same.
      List<String> control = stage.hold(VariantJudge.CONTROL, stage.node(PERMITTED), 1);
      ask(stage, VariantJudge.CONTROL);
      stage.awaitMail(control, stage.profile().within());
    }
  }

  private static boolean ask(Stage stage, String step) {
    WireClient client = stage.ehlo();
    boolean isAccepted =
        Scripts.ask(stage, client, step, stage.request(PERMITTED))
            .filter(reply -> reply.firstDigit() == 2)
            .isPresent();
    Scripts.quit(client);
    return isAccepted;
  }
}
