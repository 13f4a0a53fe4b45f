package dev.etrn.suites.targets.profile;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The forms of ETRN's argument (RFC 1985 section 5.3). */
public enum EtrnForm {
  /** {@code ETRN node} */
  NODE,
  /** {@code ETRN @node} */
  SUBTREE,
  /** {@code ETRN #queue} */
  QUEUE;

  /** Returns the word for this form in {@code target.forms}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Parses words separated by blanks; empty if one is unknown, or if none can name a node. */
  public static Optional<Set<EtrnForm>> parse(String words) {
    var forms = EnumSet.noneOf(EtrnForm.class);
    for (String word : words.strip().split("\\s+")) {
      Optional<EtrnForm> form =
          Arrays.stream(values()).filter(f -> f.word().equals(word)).findFirst();
      if (form.isEmpty()) {
        return Optional.empty();
      }
      forms.add(form.get());
    }
    boolean namesNodes = forms.contains(NODE) || forms.contains(SUBTREE);
    return namesNodes ? Optional.of(Set.copyOf(forms)) : Optional.empty();
  }
}
