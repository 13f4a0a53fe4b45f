package dev.etrn.load.run;

import java.util.Optional;

/** A target whose use of the machine can be told. */
interface Usage {

  /** So far; empty when the system does not tell. */
  Optional<Used> used();
}
