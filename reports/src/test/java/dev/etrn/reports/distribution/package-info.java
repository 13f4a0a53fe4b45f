/** The archive and the image, as users install them. */
@NullMarked
package dev.etrn.reports.distribution;

import org.jspecify.annotations.NullMarked;
