/**
 * The fault, a value that describes one misbehaviour of a mutant; a package for each place in the
 * server.
 */
@NullMarked
package dev.etrn.server.fault;

import org.jspecify.annotations.NullMarked;
