/** Faults as sealed values: a mutant is the server plus one of them. */
@NullMarked
package dev.etrn.server.fault;

import org.jspecify.annotations.NullMarked;
