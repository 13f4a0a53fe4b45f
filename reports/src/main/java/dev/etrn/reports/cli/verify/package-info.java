/**
 * The commands that examine a target, init, verify and matrix, and report, which reads what they
 * recorded.
 */
@NullMarked
package dev.etrn.reports.cli.verify;

import org.jspecify.annotations.NullMarked;
