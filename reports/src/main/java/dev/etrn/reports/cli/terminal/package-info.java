/**
 * The surroundings of a command: terminal, standard output, interruption, and files that it writes.
 */
@NullMarked
package dev.etrn.reports.cli.terminal;

import org.jspecify.annotations.NullMarked;
