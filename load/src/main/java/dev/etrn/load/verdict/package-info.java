/** What is demanded of a run, and whether it was met. */
@NullMarked
package dev.etrn.load.verdict;

import org.jspecify.annotations.NullMarked;
