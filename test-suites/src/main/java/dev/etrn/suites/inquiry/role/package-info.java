/**
 * The roles of nodes: a check, within seconds, of whether a target treats names as the
 * configuration says.
 */
@NullMarked
package dev.etrn.suites.inquiry.role;

import org.jspecify.annotations.NullMarked;
