/** The resolution of the user's words, such as mta:postfix, to a target or a client under test. */
@NullMarked
package dev.etrn.suites.resolution;

import org.jspecify.annotations.NullMarked;
