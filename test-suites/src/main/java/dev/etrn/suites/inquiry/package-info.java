/** The inquiry of {@code etrn init}: questions that any client may ask a server. */
@NullMarked
package dev.etrn.suites.inquiry;

import org.jspecify.annotations.NullMarked;
