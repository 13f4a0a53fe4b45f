/** Judges of mail: whether it came to the sink, when, whole and once. */
@NullMarked
package dev.etrn.suites.judge.mail;

import org.jspecify.annotations.NullMarked;
