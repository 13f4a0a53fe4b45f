/** A simulation as users write it; {@code load/docs/simulations.md} shows it. */
@NullMarked
package dev.etrn.load.example;

import org.jspecify.annotations.NullMarked;
