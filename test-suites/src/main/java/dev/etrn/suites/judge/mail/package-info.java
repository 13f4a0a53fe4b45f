/** The judges of mail: did it come to the sink, in time, whole and once? */
@NullMarked
package dev.etrn.suites.judge.mail;

import org.jspecify.annotations.NullMarked;
