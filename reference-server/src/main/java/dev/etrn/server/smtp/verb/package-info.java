/** The table of verbs, the parser of command lines, and a class for each verb. */
@NullMarked
package dev.etrn.server.smtp.verb;

import org.jspecify.annotations.NullMarked;
