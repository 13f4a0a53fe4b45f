/** The etrn command: it wires, and holds no logic. */
@NullMarked
package dev.etrn.reports.cli;

import org.jspecify.annotations.NullMarked;
