/** The configuration of the harness: etrn.yaml, read strictly, and errors that say what to do. */
@NullMarked
package dev.etrn.suites.config;

import org.jspecify.annotations.NullMarked;
