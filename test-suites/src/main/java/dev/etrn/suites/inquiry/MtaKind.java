package dev.etrn.suites.inquiry;

import dev.etrn.suites.transcript.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kind of a mail server whose settings the harness knows. */
public enum MtaKind {
  POSTFIX,
  EXIM,
  SENDMAIL;

  /** Returns the kind that the greeting names. */
  public static Optional<MtaKind> of(Reply greeting) {
    String text = greeting.text().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(kind -> text.contains(kind.word())).findFirst();
  }

  /** Returns the kind with this name, as users write it. */
  public static Optional<MtaKind> parse(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** Returns all names, as users write them. */
  public static List<String> words() {
    return Arrays.stream(values()).map(MtaKind::word).toList();
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
