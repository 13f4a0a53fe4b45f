/** The end of a command: exit codes, their texts, and a sentence for each error. */
@NullMarked
package dev.etrn.reports.cli.exit;

import org.jspecify.annotations.NullMarked;
