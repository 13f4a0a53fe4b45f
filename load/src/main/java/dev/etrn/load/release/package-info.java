/** What was asked for and what came, joined from both ends. */
@NullMarked
package dev.etrn.load.release;

import org.jspecify.annotations.NullMarked;
