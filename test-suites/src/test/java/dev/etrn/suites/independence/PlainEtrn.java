package dev.etrn.suites.independence;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The answers of a session of the plain server to ETRN. */
final class PlainEtrn {

  private static final int MOST_ETRNS = 10;
  private static final Set<String> OURS = Set.of("branch.example", "idle.example");
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern NODE = Pattern.compile("([@]?)(" + LABEL + "(?:\\." + LABEL + ")+)");

  private final Traits traits;
  private final PlainMailQueue mailroom;
  private int etrns;

  PlainEtrn(Traits traits, PlainMailQueue mailroom) {
    this.traits = traits;
    this.mailroom = mailroom;
  }

  /** Returns the reply, and starts the delivery of the mail. */
  String answer(String argument) {
    if (traits.has(Trait.TEN_ETRNS) && etrns == MOST_ETRNS) {
      return "458 That was enough for one session.";
    }
    String reply = etrn(argument);
    etrns += reply.startsWith("2") ? 1 : 0;
    return reply;
  }

  private String etrn(String argument) {
    Matcher node = NODE.matcher(argument);
    if (!node.matches() || argument.length() > 254) {
      return argument.matches("#[a-z_]+") ? queue(argument.substring(1)) : "500 Not a name.";
    }
    if (traits.isMinimal()) {
      mailroom.release(domain -> true);
      return "250 Started.";
    }
    String name = node.group(2).toLowerCase(Locale.ROOT);
    if (OURS.stream().noneMatch(own -> name.equals(own) || name.endsWith("." + own))) {
      return "458 " + name + " will not be started for you.";
    }
    Predicate<String> exactly = name::equals;
    Predicate<String> matching =
        node.group(1).isEmpty() ? exactly : exactly.or(domain -> domain.endsWith("." + name));
    if (!traits.has(Trait.ONE_RUN_AT_A_TIME)) {
      mailroom.release(matching);
    } else if (!mailroom.releaseAlone(argument.toLowerCase(Locale.ROOT), matching)) {
      return "458 " + name + " is being served.";
    }
    return "250 Started for " + name + ".";
  }

  private String queue(String name) {
    if (traits.isMinimal()) {
      mailroom.release(domain -> true);
      return "250 Started.";
    }
    return "458 " + name + " will not be started for you.";
  }
}
