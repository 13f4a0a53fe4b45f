/**
 * The requirements that cases name, one class for each specification, and the consequences of
 * breaking them.
 */
@NullMarked
package dev.etrn.suites.catalogue.requirements;

import org.jspecify.annotations.NullMarked;
