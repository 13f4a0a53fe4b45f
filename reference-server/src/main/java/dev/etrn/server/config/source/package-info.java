/** Configuration files as logical lines, and the problems that are found in them. */
@NullMarked
package dev.etrn.server.config.source;

import org.jspecify.annotations.NullMarked;
