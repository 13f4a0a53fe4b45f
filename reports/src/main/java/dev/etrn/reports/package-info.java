/** Renderings of results, and the etrn command. */
@NullMarked
package dev.etrn.reports;

import org.jspecify.annotations.NullMarked;
