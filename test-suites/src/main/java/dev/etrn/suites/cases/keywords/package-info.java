/** The cases of the announcement in the EHLO reply. */
@NullMarked
package dev.etrn.suites.cases.keywords;

import org.jspecify.annotations.NullMarked;
