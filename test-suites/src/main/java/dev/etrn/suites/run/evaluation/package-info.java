/**
 * The evaluation of transcripts: the outcome of a case, and the results of the rules of every
 * session.
 */
@NullMarked
package dev.etrn.suites.run.evaluation;

import org.jspecify.annotations.NullMarked;
