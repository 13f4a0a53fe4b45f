/**
 * MTAs in containers: images that the harness builds or pulls, and the targets that run from them.
 */
@NullMarked
package dev.etrn.suites.containers;

import org.jspecify.annotations.NullMarked;
