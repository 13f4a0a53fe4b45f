/**
 * The resolution of what the user gave, such as mta:postfix, into a target or a client under test.
 */
@NullMarked
package dev.etrn.suites.resolution;

import org.jspecify.annotations.NullMarked;
