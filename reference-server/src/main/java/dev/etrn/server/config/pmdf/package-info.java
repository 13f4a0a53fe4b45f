/** PMDF's configuration files, and this server's own beside them: a class for each file. */
@NullMarked
package dev.etrn.server.config.pmdf;

import org.jspecify.annotations.NullMarked;
