/** PMDF's configuration files: {@code pmdf.cnf}, the option files, and who may release what. */
@NullMarked
package dev.etrn.server.config.pmdf;

import org.jspecify.annotations.NullMarked;
