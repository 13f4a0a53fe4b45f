/** Examples of simulations as users write them; {@code load/docs/simulations.md} shows one. */
@NullMarked
package dev.etrn.load.example;

import org.jspecify.annotations.NullMarked;
