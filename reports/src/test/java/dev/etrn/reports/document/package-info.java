/** The documents of the project, and the commands in them. */
@NullMarked
package dev.etrn.reports.document;

import org.jspecify.annotations.NullMarked;
