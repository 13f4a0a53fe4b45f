/** The mutant, a server with one fault, and the list of all faults. */
@NullMarked
package dev.etrn.server.fault.mutant;

import org.jspecify.annotations.NullMarked;
