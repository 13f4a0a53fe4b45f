/** Load with concurrent ETRN, and what is measured of it. */
@NullMarked
package dev.etrn.load;

import org.jspecify.annotations.NullMarked;
