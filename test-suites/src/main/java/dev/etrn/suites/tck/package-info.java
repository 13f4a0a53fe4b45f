/** The test kit for other builds: implement two interfaces, and JUnit runs the catalogue. */
@NullMarked
package dev.etrn.suites.tck;

import org.jspecify.annotations.NullMarked;
